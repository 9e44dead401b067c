import { refuseConflict } from '#kernel/refusal.ts';
import { interviewNamed, isClosed } from '#features/interviews/reads/interviews.server.ts';
import type { Scope } from '#server/scope.server.ts';
import { notYet } from './after-talk.server.ts';
import { isAfterTalk } from '#method/purposes.ts';
import type { Purpose } from '../schemas.ts';
import { messageOf, type MessageRow } from '../store.server.ts';

const sentAlready = refuseConflict(
	'messages.sent-already',
	'This message is marked as sent, so its text cannot be edited. If that was a mistake, undo "sent" first.'
);

export const notAsked = refuseConflict(
	'outreach.not-asked',
	'There is no request to follow up on yet. Nothing was changed. Send the request first.'
);

/** A text that replaces a stored one, with the version of the stored one that the caller read. */
export interface EditedText {
	subject?: string | undefined;
	body?: string | undefined;
	/** null if nothing was stored yet; left out, it is not compared */
	changedAt?: string | null | undefined;
}

/** Converts CRLF line ends of form submissions to LF. */
export function oneLineEnd(text: string): string {
	return text.replaceAll('\r\n', '\n');
}

/**
 * Refuses to overwrite a text that was changed elsewhere since the caller read it.
 * @throws Refusal `messages.changed-elsewhere`
 */
export function refuseNewer(stored: MessageRow | undefined, typed: EditedText): void {
	if (!stored || typed.changedAt === undefined || typed.changedAt === stored.changedAt) return;
	const { subject = stored.subject, body = stored.body } = typed;
	if (subject === stored.subject && oneLineEnd(body) === stored.body) return;
	throw refuseConflict(
		'messages.changed-elsewhere',
		'This draft was changed in another window. Your text is still here. Copy what you need, or save again to use this version.'
	);
}

/**
 * Reads an interview and its message for editing.
 * @throws Refusal `interview.missing`, `interviews.closed`, `outreach.not-asked` for a follow-up
 * before the request, `outreach.not-held` and `outreach.no-connector` for thanks and updates,
 * `messages.sent-already`
 */
export async function messageToWrite(scope: Scope, interviewId: string, purpose: Purpose) {
	const thread = await interviewNamed(scope, interviewId);
	if (thread.closedAt) throw isClosed();
	if (purpose === 'follow-up' && !thread.askedAt) throw notAsked;
	const early = isAfterTalk(purpose) ? notYet(thread, purpose) : undefined;
	if (early) throw early;
	const stored = await messageOf(scope, interviewId, purpose);
	if (stored?.sentAt) throw sentAlready;
	return { thread, stored };
}
