import { refuse, type Refusal } from '#kernel/refusal.ts';
import { interviewNamed, isClosed } from '#features/interviews/reading-interviews.server.ts';
import type { Scope } from '#server/scope.server.ts';
import { notYet } from './after-talk.server.ts';
import { isAfterTalk } from './rules/purposes.ts';
import type { Purpose } from './shapes.ts';
import { messageOf } from './store.server.ts';

export function sentAlready(): Refusal {
	return refuse(
		'conflict',
		'messages.sent-already',
		'This message went out already, so its text stays as it was. Take "sent" back first if that was a slip.'
	);
}

export function notAsked(): Refusal {
	return refuse(
		'conflict',
		'outreach.not-asked',
		'There is nothing to follow up on yet. Nothing was changed; the request comes first.'
	);
}

/**
 * An interview and its message, ready to be worked on.
 * @throws Refusal `interview.missing`, `interviews.closed`, `outreach.not-asked` for a chaser
 * before the request, `outreach.not-held` and `outreach.no-connector` for thanks and updates,
 * `messages.sent-already`
 */
export async function messageToWrite(scope: Scope, interviewId: string, purpose: Purpose) {
	const thread = await interviewNamed(scope, interviewId);
	if (thread.closedAt) throw isClosed();
	if (purpose === 'chaser' && !thread.askedAt) throw notAsked();
	const early = isAfterTalk(purpose) ? notYet(thread, purpose) : undefined;
	if (early) throw early;
	const kept = await messageOf(scope, interviewId, purpose);
	if (kept?.sentAt) throw sentAlready();
	return { thread, kept };
}
