import { z } from 'zod';
import { undoneBy } from '#kernel/operation.ts';
import { dayOf } from '#kernel/clock.ts';
import { businessCalendar } from '#features/account/reads/calendar.server.ts';
import { interviewNamed } from '#features/interviews/reads/interviews.server.ts';
import { setThreadDates } from '#features/interviews/writes/thread-dates.server.ts';
import { updateDueOn } from '../rules/updates.ts';
import { operation, type Context } from '#server/perform.ts';
import type { Thread } from '../reads/after-talk.server.ts';
import { refuseSending } from '../reads/sending.server.ts';
import { oneLineEnd, refuseNewer } from '../reads/message.server.ts';
import { messageViews, updateDates } from '../reads/messages.server.ts';
import { planWaiting } from '../rules/cadence.ts';
import { marks } from '../rules/marks.ts';
import { sentText } from '../rules/sent-text.ts';
import { isAfterTalk, type Purpose } from '#method/purposes.ts';
import { exampleId } from '#method/field-schemas.ts';
import {
	body,
	id,
	minutes,
	purpose,
	expectedChangedAt,
	sent,
	sentThrough,
	subject
} from '../schemas.ts';
import * as store from '../store.server.ts';
import { unmarkSent } from './unsent.server.ts';

const nothingWaits = { quietFor: 0, secondPersonOn: null, followUpOn: null, closeOn: null };

/** The dates that follow from sending: those of the cadence before the interview, of the next update after it. */
async function whatFollows({ scope, now }: Context, thread: Thread, purpose: Purpose) {
	const calendar = await businessCalendar(scope);
	if (isAfterTalk(purpose)) {
		const facts = { heldAt: thread.heldAt, ...updateDates(await messageViews(scope, thread.id)) };
		return { next: nothingWaits, updateOn: updateDueOn(facts, calendar.zone) ?? null };
	}
	const isFollowUp = purpose === 'follow-up';
	const facts = isFollowUp
		? { askedAt: thread.askedAt ?? now, followedUpAt: now }
		: { askedAt: now };
	const plan = planWaiting(facts, calendar, dayOf(now, calendar.zone));
	const { waitedBusinessDays: quietFor, secondPersonOn, followUpOn, closeOn } = plan;
	const next = isFollowUp ? { closeOn } : { quietFor, secondPersonOn, followUpOn };
	return { next: { ...nothingWaits, ...next }, updateOn: null };
}

/**
 * Notes that the explorer sent a message; Imago itself sends nothing. A request or follow-up starts the
 * cadence (method 3): 3 business days to a second person, 7 to the follow-up, 7 after it to closing
 * kindly. Thanks and updates set the dates of who was thanked and told (method 7).
 * @param subject and body: the text as it was sent, if it is not saved yet
 * @param changedAt version of the draft that the caller read, null for none
 * @returns the time of sending and the dates that follow
 * @refuses `interview.missing`, those of `mayAsk` for a request (`interviews.closed`,
 * `interviews.asked-already`, `people.do-not-contact`, `themes.not-open`, `outreach.too-soon`,
 * `outreach.open-request`, `outreach.capacity`, `outreach.five-waiting`, `outreach.no-goal`,
 * `outreach.no-source`), those of the follow-up (`outreach.not-asked`, `outreach.answered`,
 * `outreach.followed-up-already`, `outreach.follow-up-early`), those of thanks and updates
 * (`outreach.not-held`, `outreach.no-connector`, `outreach.thanked-already`,
 * `outreach.connector-told`, `outreach.thank-first` and those of `mayUpdate`), `messages.empty`,
 * `messages.too-long`, `messages.placeholder`, `messages.changed-elsewhere`
 */
export const markSent = operation({
	name: 'messages.markSent',
	http: { verb: 'POST', path: '/interviews/{interviewId}/messages/{purpose}/sent' },
	summary: 'Mark a message as sent',
	effect: 'write',
	input: z.object({
		interviewId: id,
		purpose,
		through: sentThrough,
		subject: subject.optional(),
		body: body.optional(),
		minutes: minutes.optional(),
		changedAt: expectedChangedAt
	}),
	output: sent,
	example: {
		interviewId: exampleId,
		purpose: 'request',
		through: 'copied'
	},
	said: (done, _, { zone }) => sentText(done, dayOf(done.sentAt, zone)),
	undo: ({ interviewId, purpose, sentAt }) =>
		undoneBy(unmarkSent, { interviewId, purpose, sentAt }),
	run: async (context, input) => {
		const { scope, now, newId, record } = context;
		const thread = await interviewNamed(scope, input.interviewId);
		const stored = await store.messageOf(scope, thread.id, input.purpose);
		const text = {
			subject: input.subject ?? stored?.subject ?? '',
			body: oneLineEnd(input.body ?? stored?.body ?? ''),
			minutes: input.minutes ?? stored?.minutes ?? null
		};
		await refuseSending(context, thread, input.purpose, text);
		refuseNewer(stored, input);
		const place = { interviewId: thread.id, purpose: input.purpose, now };
		await store.saveDraft(scope, { ...text, ...place, id: newId() });
		const row = await store.messageOf(scope, thread.id, input.purpose);
		if (!row) throw new Error('A kept message is gone.');
		await store.changeMessage(scope, row.id, { sent_at: now, sent_through: input.through });
		const former = await store.messageOf(scope, thread.id, `${input.purpose}-former`);
		if (former) await store.removeMessage(scope, former.id);
		const mark = marks[input.purpose];
		if (mark.date) await setThreadDates(scope, thread.id, { [mark.date]: now }, now);
		record({ verb: mark.sent, about: { kind: 'interview', id: thread.id } });
		return {
			interviewId: thread.id,
			purpose: input.purpose,
			sentAt: now,
			...(await whatFollows(context, thread, input.purpose))
		};
	}
});
