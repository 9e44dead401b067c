import { z } from 'zod';
import { dayOf, type Instant } from '#kernel/clock.ts';
import { refuse } from '#kernel/refusal.ts';
import { businessCalendar } from '#features/account/calendar.server.ts';
import { interviewNamed } from '#features/interviews/reading-interviews.server.ts';
import type { InterviewFacts } from '#features/interviews/rules/facts.ts';
import { setThreadDates } from '#features/interviews/thread-dates.server.ts';
import { operation, type Context } from '#server/perform.ts';
import { mayGoOut } from '../going-out.server.ts';
import { notAsked } from '../message-of.server.ts';
import { planWaiting } from '../rules/cadence.ts';
import { body, id, minutes, purpose, sent, sentThrough, subject } from '../shapes.ts';
import * as store from '../store.server.ts';

const exampleId = '01938b6c-0000-7000-8000-000000000001';

async function nextDates(
	{ scope, now }: Context,
	facts: { askedAt: Instant; chasedAt?: Instant | undefined }
) {
	const calendar = await businessCalendar(scope);
	const plan = planWaiting(facts, calendar, dayOf(now, calendar.zone));
	return {
		quietFor: facts.chasedAt ? 0 : plan.waitedBusinessDays,
		secondPersonOn: facts.chasedAt ? null : plan.secondPersonOn,
		chaserOn: facts.chasedAt ? null : plan.chaserOn,
		closeOn: facts.chasedAt ? plan.closeOn : null
	};
}

/**
 * Says that the explorer sent the request, or the one chaser, by their own hand (method 3);
 * Imago sends nothing. The clock starts: 3 business days to a second person, 7 to the chaser,
 * 7 after it to closing kindly.
 * @param subject and body: the text as it went out, where it is not saved yet
 * @returns when it was sent and the dates that follow
 * @refuses `interview.missing`, those of `mayAsk` for a request (`interviews.closed`,
 * `interviews.asked-already`, `people.do-not-contact`, `themes.not-open`, `outreach.too-soon`,
 * `outreach.open-request`, `outreach.capacity`, `outreach.five-waiting`, `outreach.no-goal`,
 * `outreach.no-source`), those of the chaser (`outreach.not-asked`, `outreach.answered`,
 * `outreach.chased-already`, `outreach.chaser-early`), `messages.empty`, `messages.too-long`,
 * `messages.placeholder`
 */
export const markSent = operation({
	name: 'messages.markSent',
	http: { verb: 'POST', path: '/interviews/{interviewId}/messages/{purpose}/sent' },
	summary: 'Say that you sent the request or the chaser',
	effect: 'write',
	input: z.object({
		interviewId: id,
		purpose,
		through: sentThrough,
		subject: subject.optional(),
		body: body.optional(),
		minutes: minutes.optional()
	}),
	output: sent,
	example: { interviewId: exampleId, purpose: 'request', through: 'copied' },
	run: async (context, input) => {
		const { scope, now, newId, record } = context;
		const thread = await interviewNamed(scope, input.interviewId);
		const kept = await store.messageOf(scope, thread.id, input.purpose);
		const text = {
			subject: input.subject ?? kept?.subject ?? '',
			body: (input.body ?? kept?.body ?? '').replaceAll('\r\n', '\n'),
			minutes: input.minutes ?? kept?.minutes ?? null
		};
		await mayGoOut(context, thread, input.purpose, text);
		const place = { interviewId: thread.id, purpose: input.purpose, now };
		await store.keepDraft(scope, { ...text, ...place, id: newId() });
		const row = await store.messageOf(scope, thread.id, input.purpose);
		if (!row) throw new Error('A kept message is gone.');
		await store.setSent(scope, row.id, { at: now, through: input.through });
		const former = await store.messageOf(scope, thread.id, `${input.purpose}-former`);
		if (former) await store.removeMessage(scope, former.id);
		const chasing = input.purpose === 'chaser';
		await setThreadDates(scope, thread.id, chasing ? { chasedAt: now } : { askedAt: now }, now);
		const verb = chasing ? 'interviews.chased' : 'interviews.asked';
		record({ verb, about: { kind: 'interview', id: thread.id } });
		const facts = chasing ? { askedAt: thread.askedAt ?? now, chasedAt: now } : { askedAt: now };
		return {
			interviewId: thread.id,
			purpose: input.purpose,
			sentAt: now,
			next: await nextDates(context, facts)
		};
	}
});

/** What came after a message, and so keeps it sent. */
function followed(facts: InterviewFacts, chasing: boolean): boolean {
	const after = facts.answeredAt ?? facts.agreedAt ?? facts.heldAt ?? facts.closedAt;
	return Boolean(chasing ? after : (facts.chasedAt ?? after));
}

/**
 * Takes "sent" back, as long as nothing followed; the text can be changed again.
 * @param sentAt as `messages.markSent` answered; left out, whatever it was
 * @refuses `interview.missing`, `outreach.not-asked`, `messages.followed`
 */
export const unmarkSent = operation({
	name: 'messages.unmarkSent',
	http: { verb: 'POST', path: '/interviews/{interviewId}/messages/{purpose}/unsent' },
	summary: 'Take back that a message was sent, as long as nothing followed',
	effect: 'write',
	input: z.object({ interviewId: id, purpose, sentAt: z.string().max(40).optional() }),
	output: z.object({ interviewId: z.string() }),
	example: { interviewId: exampleId, purpose: 'request' },
	run: async ({ scope, now, record }, input) => {
		const thread = await interviewNamed(scope, input.interviewId);
		const chasing = input.purpose === 'chaser';
		const at = chasing ? thread.chasedAt : thread.askedAt;
		if (!at) throw notAsked();
		if (followed(thread, chasing) || (input.sentAt !== undefined && input.sentAt !== at)) {
			throw refuse(
				'conflict',
				'messages.followed',
				'Something followed on this message, so it stays sent. Nothing was changed; go on from the page of the interview.'
			);
		}
		const row = await store.messageOf(scope, thread.id, input.purpose);
		if (row) await store.setSent(scope, row.id, undefined);
		await setThreadDates(scope, thread.id, chasing ? { chasedAt: null } : { askedAt: null }, now);
		const verb = chasing ? 'interviews.unchased' : 'interviews.unasked';
		record({ verb, about: { kind: 'interview', id: thread.id } });
		return { interviewId: thread.id };
	}
});
