import { businessDaysBetween, type BusinessCalendar } from '#kernel/business-days.ts';
import type { Day } from '#kernel/clock.ts';
import { planWaiting } from './cadence.ts';
import type { InterviewFacts, When } from '#method/interview-facts.ts';
import { isWaiting } from '#method/stage.ts';

/** When an unanswered request asks for something; a date that is done with is left out. */
export interface CadenceFacts {
	/** business days since the last message went out */
	quietFor: number;
	/** ask a second person for the theme */
	secondPersonOn?: Day | undefined;
	chaserOn?: Day | undefined;
	/** close kindly as "no answer" */
	closeOn?: Day | undefined;
}

/**
 * The dates of a request that waits, without those that are done with: the second person once
 * somebody else was asked about the theme or the chaser went out, the chaser once it went out,
 * the closing until then (method 3). Who must not be contacted gets no chaser: closing is all that
 * is left, from today on.
 * @param secondAsked whether another open interview of the theme was asked
 * @param today the explorer's date
 * @returns nothing for an interview that does not wait
 */
export function waitingCadence(
	facts: InterviewFacts & { doNotContactAt?: When },
	secondAsked: boolean,
	calendar: BusinessCalendar,
	today: Day
): CadenceFacts | undefined {
	if (!isWaiting(facts) || !facts.askedAt) return undefined;
	const { askedAt, chasedAt } = facts;
	const plan = planWaiting({ askedAt, chasedAt: chasedAt ?? undefined }, calendar, today);
	if (facts.doNotContactAt) {
		const quietFor = businessDaysBetween(chasedAt ?? askedAt, today, calendar);
		return { quietFor, closeOn: today };
	}
	if (chasedAt) {
		return { quietFor: businessDaysBetween(chasedAt, today, calendar), closeOn: plan.closeOn };
	}
	return {
		quietFor: plan.waitedBusinessDays,
		...(secondAsked ? {} : { secondPersonOn: plan.secondPersonOn }),
		chaserOn: plan.chaserOn
	};
}
