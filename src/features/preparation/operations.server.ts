import type { AnyOperation } from '#server/perform.ts';
import { addAnswer, removeAnswer, writeAnswer } from './operations/answers.server.ts';
import { seeBrief } from './operations/brief.server.ts';
import { rewordCore } from './operations/core.server.ts';
import { addGoal, changeGoal, moveGoal, removeGoal } from './operations/goals.server.ts';
import { markKnown, unmarkKnown } from './operations/known.server.ts';
import {
	addQuestion,
	changeQuestion,
	moveQuestion,
	removeQuestion,
	restoreQuestion
} from './operations/questions.server.ts';
import { draftScript, writeScript } from './operations/script.server.ts';
import { addSource, changeSource, removeSource } from './operations/sources.server.ts';
import { chooseStrength, unchooseStrength, useStrengths } from './operations/strengths.server.ts';

export * from './operations/answers.server.ts';
export { seeBrief } from './operations/brief.server.ts';
export * from './operations/core.server.ts';
export { addGoal, changeGoal, moveGoal, removeGoal } from './operations/goals.server.ts';
export * from './operations/known.server.ts';
export * from './operations/questions.server.ts';
export * from './operations/script.server.ts';
export { addSource, changeSource, removeSource } from './operations/sources.server.ts';
export * from './operations/strengths.server.ts';

export const preparationOperations = [
	seeBrief,
	addGoal,
	changeGoal,
	removeGoal,
	moveGoal,
	addSource,
	changeSource,
	removeSource,
	addQuestion,
	changeQuestion,
	moveQuestion,
	removeQuestion,
	restoreQuestion,
	markKnown,
	unmarkKnown,
	rewordCore,
	writeScript,
	draftScript,
	writeAnswer,
	addAnswer,
	removeAnswer,
	chooseStrength,
	unchooseStrength,
	useStrengths
] as AnyOperation[];
