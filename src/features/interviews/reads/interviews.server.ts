import { found, refuseConflict } from '#kernel/refusal.ts';
import type { Scope } from '#server/scope.server.ts';
import * as store from '../store.server.ts';

/** Reads for other features; they set dates through `writes/thread-dates.server.ts`. */
export { headOf } from './head.server.ts';
export { interviewOf, interviewsWith, type Interview } from '../store/interviews.server.ts';
export { askedAndHeldSince, countFinished, countWaiting } from '../store/counts.server.ts';
export {
	IN_COLUMN,
	newestThanked,
	openThreads,
	othersOfTheme,
	finishedThreads,
	type NamedThread,
	type OpenThread
} from '../store/threads.server.ts';

/** Finds an interview with its names. @throws Refusal `interview.missing` */
export async function interviewNamed(scope: Scope, id: string): Promise<store.NamedThread> {
	return found(await store.threadNamed(scope, id), 'interview');
}

/** An interview's own row. @throws Refusal `interview.missing` */
export async function knownInterview(scope: Scope, id: string): Promise<store.Interview> {
	return found(await store.interviewOf(scope, id), 'interview');
}

/** Finds an open interview. @throws Refusal `interview.missing`, `interviews.closed` */
export async function openInterview(scope: Scope, id: string): Promise<store.Interview> {
	const interview = await knownInterview(scope, id);
	if (interview.closedAt) throw isClosed();
	return interview;
}

export function isClosed() {
	return refuseConflict(
		'interviews.closed',
		'This interview is closed. Your notes are kept. Reopen it to continue.'
	);
}
