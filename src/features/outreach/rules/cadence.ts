import {
	businessDaysAfter,
	businessDaysBetween,
	type BusinessCalendar
} from '#kernel/business-days.ts';
import { dayOf, startOfDay, type Day, type Instant } from '#kernel/clock.ts';

/** Business days without an answer until a second person is asked for the theme (method.md section 3). */
export const daysToSecondPerson = 3;
/** Business days without an answer until the one follow-up may go out (method.md section 3). */
export const daysToFollowUp = 7;
/** Business days after the follow-up until the request is closed as "no answer" (method.md section 3). */
export const daysToClose = 7;

/** Dates of a request. */
export interface WaitingFacts {
	askedAt: Instant;
	/** the one follow-up; there is never a second */
	followedUpAt?: Instant | undefined;
	/** time of any reply, a no included */
	answeredAt?: Instant | undefined;
	closedAt?: Instant | undefined;
}

export interface Waiting {
	secondPersonOn: Day;
	/** the first day on which the follow-up may go out */
	followUpOn: Day;
	/** counted from the follow-up; before it is sent, from the earliest day it can still be sent */
	closeOn: Day;
	/** the step that is due today */
	due: 'none' | 'second-person' | 'follow-up' | 'close';
	/** business days from the request to today, or to the reply or closing that stopped the clock */
	waitedBusinessDays: number;
}

function later(one: Day, other: Day): Day {
	return one > other ? one : other;
}

function dueOn(
	today: Day,
	facts: WaitingFacts,
	dates: Omit<Waiting, 'due' | 'waitedBusinessDays'>
) {
	if (facts.answeredAt || facts.closedAt) return 'none';
	if (facts.followedUpAt) return today >= dates.closeOn ? 'close' : 'none';
	if (today >= dates.followUpOn) return 'follow-up';
	return today >= dates.secondPersonOn ? 'second-person' : 'none';
}

/**
 * The cadence of an unanswered request, in business days of the explorer's zone: after 3, ask a second
 * person for the theme; after 7, send one follow-up; 7 after it, close the request kindly as "no answer".
 * A reply or a closing ends the count; holidays and pauses shift every date, since the calendar does
 * not count them (method.md section 3).
 * @param today the explorer's date
 * @returns dates, what is due today, and the business days waited
 */
export function planWaiting(facts: WaitingFacts, calendar: BusinessCalendar, today: Day): Waiting {
	const followUpOn = businessDaysAfter(facts.askedAt, daysToFollowUp, calendar);
	const followedUp = facts.followedUpAt ?? startOfDay(later(followUpOn, today), calendar.zone);
	const dates = {
		secondPersonOn: businessDaysAfter(facts.askedAt, daysToSecondPerson, calendar),
		followUpOn,
		closeOn: businessDaysAfter(followedUp, daysToClose, calendar)
	};
	const stops = [facts.answeredAt, facts.closedAt].filter((instant) => instant !== undefined);
	const until = stops
		.map((instant) => dayOf(instant, calendar.zone))
		.concat(today)
		.sort()[0];
	return {
		...dates,
		due: dueOn(today, facts, dates),
		waitedBusinessDays: businessDaysBetween(facts.askedAt, until ?? today, calendar)
	};
}
