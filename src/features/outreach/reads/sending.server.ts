import { dayOf } from '#kernel/clock.ts';
import { refuse, type Refusal, refuseConflict, refuseInvalid } from '#kernel/refusal.ts';
import { businessCalendar } from '#features/account/reads/calendar.server.ts';
import { isClosed } from '#features/interviews/reads/interviews.server.ts';
import { weekdayDateText } from '#method/local-text.ts';
import { preparationOf } from '#features/preparation/reads/preparation.server.ts';
import type { Context } from '#server/perform.ts';
import { afterTalkRefusal, type Thread } from './after-talk.server.ts';
import { otherInterviews, refusalsToAsk } from './asking.server.ts';
import { notAsked } from './message.server.ts';
import { planWaiting } from '../rules/cadence.ts';
import { checkMessage } from '../rules/check.ts';
import { isAfterTalk } from '#method/purposes.ts';
import type { Purpose } from '../schemas.ts';

/** Refuses an empty text, one that is too long, or one with unfilled placeholders, in any language. */
function textRefusal(
	purpose: Purpose,
	text: { subject: string; body: string }
): Refusal | undefined {
	if (text.body.trim() === '') {
		const sentence =
			'The message is empty. Create a draft here, or paste what you wrote, so that you can find it later.';
		return refuseInvalid('messages.empty', sentence, 'body');
	}
	const { refused, findings } = checkMessage({ purpose, ...text });
	if (refused) return refuseInvalid('messages.too-long', refused.sentence, 'body');
	const open = findings.find((finding) => finding.code === 'placeholder');
	if (!open) return undefined;
	return refuseInvalid(
		'messages.placeholder',
		`"${open.quote}" is not filled in yet. It would look like a mass mailing. Your text stays here. Fill in the placeholder first.`,
		open.where
	);
}

/** Refuses a follow-up that is not due or is a second one (method 3). */
async function followUpRefusal(context: Context, thread: Thread): Promise<Refusal | undefined> {
	const { askedAt, followedUpAt, answeredAt, closedAt } = thread;
	if (closedAt) return isClosed();
	if (!askedAt) return notAsked;
	if (thread.doNotContactAt) {
		const sentence = `${thread.personName} is marked “Do not contact”, so no message can be sent. Your text stays here. Close the interview.`;
		return refuse('not-allowed', 'people.do-not-contact', sentence);
	}
	if (answeredAt ?? thread.agreedAt ?? thread.heldAt) {
		const sentence = `${thread.personName} answered, so no follow-up is needed. Write an answer instead.`;
		return refuseConflict('outreach.answered', sentence);
	}
	if (followedUpAt) {
		const sentence =
			'You have already sent the one follow-up, and a second is not possible. The text is saved. Wait, or close the interview.';
		return refuseConflict('outreach.followed-up-already', sentence);
	}
	const calendar = await businessCalendar(context.scope);
	const today = dayOf(context.now, calendar.zone);
	const { followUpOn } = planWaiting({ askedAt }, calendar, today);
	if (today >= followUpOn) return undefined;
	return refuse(
		'too-soon',
		'outreach.follow-up-early',
		`It is too soon for a follow-up. You can send one from ${weekdayDateText(followUpOn, today)}, seven business days after your request.`
	);
}

/** Checks whether a message may be sent. @throws Refusal the most important one */
export async function refuseSending(
	context: Context,
	thread: Thread,
	purpose: Purpose,
	text: { subject: string; body: string }
): Promise<void> {
	const refusal = (await refusalNow(context, thread, purpose)) ?? textRefusal(purpose, text);
	if (refusal) throw refusal;
}

async function refusalNow(
	context: Context,
	thread: Thread,
	purpose: Purpose
): Promise<Refusal | undefined> {
	if (isAfterTalk(purpose)) return afterTalkRefusal(context, thread, purpose);
	if (purpose === 'follow-up') return followUpRefusal(context, thread);
	const preparation = await preparationOf(context.scope, thread.id);
	const others = await otherInterviews(context.scope, thread);
	return (await refusalsToAsk(context, thread, preparation, others))[0];
}
