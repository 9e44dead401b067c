import { addDays, dayOf, daysBetween, type Day, type Instant } from '#kernel/clock.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months =
	'January February March April May June July August September October November December'.split(
		' '
	);
const DAYS_OF_WEEK = 7;

/** A date in words: "23 November". */
export function calendarDateText(day: Day): string {
	const date = Temporal.PlainDate.from(day);
	return `${date.day} ${months[date.month - 1]}`;
}

/** A short date for charts: "23 Nov". */
export function shortDateText(day: Day): string {
	const date = Temporal.PlainDate.from(day);
	return `${date.day} ${months[date.month - 1]?.slice(0, 3)}`;
}

/**
 * A date relative to today: "today", "tomorrow", "yesterday", the weekday within the next six days, else
 * the date.
 */
export function nearDateText(day: Day, today: Day): string {
	const difference = daysBetween(today, day);
	if (difference === 0) return 'today';
	if (difference === 1) return 'tomorrow';
	if (difference === -1) return 'yesterday';
	return difference > 0 && difference < DAYS_OF_WEEK ? weekdayOf(day) : calendarDateText(day);
}

/** The local time of an instant in an IANA zone, 24 hours: "09:50". */
export function clockText(instant: Instant, zone: string): string {
	const time = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime();
	return time.toString({ smallestUnit: 'minute' });
}

/** An instant relative to now, in an IANA zone: "tomorrow 09:50", "Thursday 10:00". */
export function momentText(instant: Instant, now: Instant, zone: string): string {
	const day = nearDateText(dayOf(instant, zone), dayOf(now, zone));
	return `${day} ${clockText(instant, zone)}`;
}

/** The Monday of the week of a date. */
export function mondayOf(day: Day): Day {
	return addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
}

function weekdayOf(day: Day): string {
	return weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? '';
}
