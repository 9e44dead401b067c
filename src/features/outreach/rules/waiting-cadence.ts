import { businessDaysBetween, type BusinessCalendar } from '#kernel/business-days.ts';
import type { Day } from '#kernel/clock.ts';
import { planWaiting } from './cadence.ts';
import type { InterviewFacts, When } from '#method/interview-facts.ts';
import { isWaiting } from '#method/stage.ts';

/** Dates of an unanswered request; completed steps are omitted. */
export interface CadenceFacts {
	/** business days since the last message was sent */
	quietFor: number;
	/** ask a second person for the theme */
	secondPersonOn?: Day | undefined;
	followUpOn?: Day | undefined;
	/** close kindly as "no answer" */
	closeOn?: Day | undefined;
}

/**
 * Dates of an open request without the completed steps (method 3): the second person is omitted once
 * somebody else was asked about the theme or the follow-up was sent, the follow-up once it was sent, the
 * closing until then. A partner who must not be contacted gets no follow-up: the request can be closed
 * from today on.
 * @param secondAsked whether another open interview of the theme was asked
 * @param today the explorer's date
 * @returns undefined for an interview without an open request
 */
export function waitingCadence(
	facts: InterviewFacts & { doNotContactAt?: When },
	secondAsked: boolean,
	calendar: BusinessCalendar,
	today: Day
): CadenceFacts | undefined {
	if (!isWaiting(facts) || !facts.askedAt) return undefined;
	const { askedAt, followedUpAt } = facts;
	const plan = planWaiting({ askedAt, followedUpAt: followedUpAt ?? undefined }, calendar, today);
	if (facts.doNotContactAt) {
		const quietFor = businessDaysBetween(followedUpAt ?? askedAt, today, calendar);
		return { quietFor, closeOn: today };
	}
	if (followedUpAt) {
		return { quietFor: businessDaysBetween(followedUpAt, today, calendar), closeOn: plan.closeOn };
	}
	return {
		quietFor: plan.waitedBusinessDays,
		...(secondAsked ? {} : { secondPersonOn: plan.secondPersonOn }),
		followUpOn: plan.followUpOn
	};
}
