import type { AnyOperation } from '#server/perform.ts';
import { seeBrief } from './operations/brief.server.ts';
import { addGoal, changeGoal, moveGoal, removeGoal } from './operations/goals.server.ts';
import { addSource, changeSource, removeSource } from './operations/sources.server.ts';

export { seeBrief } from './operations/brief.server.ts';
export { addGoal, changeGoal, moveGoal, removeGoal } from './operations/goals.server.ts';
export { addSource, changeSource, removeSource } from './operations/sources.server.ts';

export const preparationOperations = [
	seeBrief,
	addGoal,
	changeGoal,
	removeGoal,
	moveGoal,
	addSource,
	changeSource,
	removeSource
] as AnyOperation[];
