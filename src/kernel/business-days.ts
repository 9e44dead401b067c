import { addDays, dayOf, weekdayOf, type Day, type Instant } from './clock.ts';

/** What decides whether a date is a business day for one explorer. */
export interface BusinessCalendar {
	/** IANA zone in which instants become dates */
	zone: string;
	/** public holidays as dates in that zone */
	holidays: ReadonlySet<Day>;
	/** pauses of the season: dates from `from` up to and including `until` do not count */
	pauses: readonly { from: Day; until: Day }[];
}

/** Whether a date is Monday to Friday, not a public holiday and not in a pause. */
export function isBusinessDay(day: Day, calendar: BusinessCalendar): boolean {
	if (weekdayOf(day) > 5) return false;
	if (calendar.holidays.has(day)) return false;
	return !calendar.pauses.some((pause) => pause.from <= day && day <= pause.until);
}

/**
 * Calendar days after which a search ends, so that a calendar without business days cannot loop forever;
 * pauses end sooner [D].
 */
const farthestDays = 3650;

/**
 * The date `count` business days after an instant. The day of the instant itself does not count: one
 * business day after a Friday is Monday.
 * @param count whole business days, 0 or more; 0 returns the day of the instant, business day or not
 */
export function businessDaysAfter(
	instant: Instant,
	count: number,
	calendar: BusinessCalendar
): Day {
	const from = dayOf(instant, calendar.zone);
	let day = from;
	let remaining = count;
	for (let passed = 0; remaining > 0 && passed < farthestDays; passed += 1) {
		day = addDays(day, 1);
		if (isBusinessDay(day, calendar)) remaining -= 1;
	}
	return day;
}

/**
 * The number of business days between an instant and a date. The day of the instant does not count,
 * `until` does.
 */
export function businessDaysBetween(
	instant: Instant,
	until: Day,
	calendar: BusinessCalendar
): number {
	let day = dayOf(instant, calendar.zone);
	let count = 0;
	for (let passed = 0; day < until && passed < farthestDays; passed += 1) {
		day = addDays(day, 1);
		if (isBusinessDay(day, calendar)) count += 1;
	}
	return count;
}
