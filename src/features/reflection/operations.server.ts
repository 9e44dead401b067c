import type { AnyOperation } from '#server/perform.ts';
import { finishDebrief, reopenDebrief, writeDebrief } from './operations/debrief.server.ts';
import {
	changeFavour,
	giveFavour,
	noteFavour,
	removeFavour,
	ungiveFavour
} from './operations/favours.server.ts';
import { addInsight, changeInsight, removeInsight } from './operations/insights.server.ts';
import { listFavours, listInsights } from './operations/lists.server.ts';
import { addNamed, namedIntoBook, namedOutOfBook, removeNamed } from './operations/named.server.ts';
import { seeReflection } from './operations/see.server.ts';

export { finishDebrief, reopenDebrief, writeDebrief } from './operations/debrief.server.ts';
export {
	changeFavour,
	giveFavour,
	noteFavour,
	removeFavour,
	ungiveFavour
} from './operations/favours.server.ts';
export { addInsight, changeInsight, removeInsight } from './operations/insights.server.ts';
export { listFavours, listInsights } from './operations/lists.server.ts';
export { addNamed, namedIntoBook, namedOutOfBook, removeNamed } from './operations/named.server.ts';
export { seeReflection } from './operations/see.server.ts';

export const reflectionOperations = [
	seeReflection,
	writeDebrief,
	finishDebrief,
	reopenDebrief,
	listInsights,
	addInsight,
	changeInsight,
	removeInsight,
	listFavours,
	noteFavour,
	changeFavour,
	removeFavour,
	giveFavour,
	ungiveFavour,
	addNamed,
	removeNamed,
	namedIntoBook,
	namedOutOfBook
] as AnyOperation[];
