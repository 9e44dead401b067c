import { z } from 'zod';
import { refuseConflict } from '#kernel/refusal.ts';
import { isOpen } from '#features/interviews/reads/partners.server.ts';
import { interviewNamed, interviewsWith } from '#features/interviews/reads/interviews.server.ts';
import { setThreadDates } from '#features/interviews/writes/thread-dates.server.ts';
import { operation } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import type { Thread } from '../reads/after-talk.server.ts';
import { notAsked } from '../reads/message.server.ts';
import { messageViews, updateDates } from '../reads/messages.server.ts';
import { marks } from '../rules/marks.ts';
import { isAfterTalk, type AfterPurpose, type AskPurpose, type Purpose } from '#method/purposes.ts';
import { exampleId } from '#method/field-schemas.ts';
import { id, purpose } from '../schemas.ts';
import * as store from '../store.server.ts';

/** Whether later steps depend on a request or follow-up, so that it cannot be marked as not sent. */
function followedAsk(thread: Thread, purpose: AskPurpose): boolean {
	const after = thread.answeredAt ?? thread.agreedAt ?? thread.heldAt ?? thread.closedAt;
	return Boolean(purpose === 'follow-up' ? after : (thread.followedUpAt ?? after));
}

/** Whether later steps depend on thanks or an update, so that it cannot be marked as not sent. */
async function followedAfterTalk(
	scope: Scope,
	thread: Thread,
	purpose: AfterPurpose
): Promise<boolean> {
	const messages = await messageViews(scope, thread.id);
	const dates = updateDates(messages);
	const follows: Record<AfterPurpose, string | null> = {
		'thank-you': dates.firstUpdateSentAt,
		update: dates.secondUpdateSentAt,
		'second-update': null,
		'connector-thanks': dates.connectorToldAt,
		'connector-update': null
	};
	const answered = messages.find((message) => message.purpose === purpose)?.answeredAt;
	return Boolean(thread.closedAt ?? follows[purpose] ?? answered);
}

/**
 * Refuses when clearing the thank-you would give the partner a second open interview.
 * @throws Refusal `interviews.one-open`
 */
async function refuseSecondOpen(scope: Scope, thread: Thread): Promise<void> {
	const others = await interviewsWith(scope, thread.personId);
	if (!others.some((other) => other.id !== thread.id && isOpen(other))) return;
	throw refuseConflict(
		'interviews.one-open',
		`Another interview with ${thread.personName} is open now, and only one can be open at a time. The thank-you stays marked as sent. Nothing was changed.`
	);
}

/** Time at which a message was sent. @throws Refusal `outreach.not-asked`, `messages.not-sent` */
function sentWhen(thread: Thread, purpose: Purpose, sentAt: string | null): string {
	if (isAfterTalk(purpose)) {
		if (sentAt) return sentAt;
		throw refuseConflict(
			'messages.not-sent',
			'This message is not marked as sent, so there is nothing to undo. The text is saved.'
		);
	}
	const at = purpose === 'follow-up' ? thread.followedUpAt : thread.askedAt;
	if (at) return at;
	throw notAsked;
}

/**
 * Reverses `messages.markSent`, unless later steps depend on it; the text can be changed again.
 * @param sentAt as `messages.markSent` returned it; left out, it is not compared
 * @refuses `interview.missing`, `outreach.not-asked`, `messages.not-sent`, `messages.followed`,
 * `interviews.one-open` for a thank-you after which another interview with the partner was begun
 */
export const unmarkSent = operation({
	name: 'messages.unmarkSent',
	http: { verb: 'DELETE', path: '/interviews/{interviewId}/messages/{purpose}/sent' },
	summary: 'Mark a message as not sent, as long as nothing followed',
	effect: 'write',
	input: z.object({ interviewId: id, purpose, sentAt: z.string().max(40).optional() }),
	output: z.object({ interviewId: z.string() }),
	example: { interviewId: exampleId, purpose: 'request' },
	run: async ({ scope, now, record }, input) => {
		const thread = await interviewNamed(scope, input.interviewId);
		const row = await store.messageOf(scope, thread.id, input.purpose);
		const at = sentWhen(thread, input.purpose, row?.sentAt ?? null);
		const followed = isAfterTalk(input.purpose)
			? await followedAfterTalk(scope, thread, input.purpose)
			: followedAsk(thread, input.purpose);
		if (followed || (input.sentAt !== undefined && input.sentAt !== at)) {
			throw refuseConflict(
				'messages.followed',
				'Something else followed this message, so it stays marked as sent. Nothing was changed. Continue on the page of the interview.'
			);
		}
		if (input.purpose === 'thank-you') await refuseSecondOpen(scope, thread);
		if (row) await store.changeMessage(scope, row.id, { sent_at: null, sent_through: null });
		const mark = marks[input.purpose];
		if (mark.date) await setThreadDates(scope, thread.id, { [mark.date]: null }, now);
		record({ verb: mark.unsent, about: { kind: 'interview', id: thread.id } });
		return { interviewId: thread.id };
	}
});
