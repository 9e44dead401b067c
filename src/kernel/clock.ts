/**
 * Functions take a Clock or an instant and never read the system time. An instant is text in ISO 8601,
 * UTC, with milliseconds, so that instants sort as text in both engines.
 */
export type Instant = string;
/** A calendar date without a time, `2026-11-23`. */
export type Day = string;

export interface Clock {
	now(): Instant;
}

/** A clock that changes only by `set`; for tests and the demo. */
export function fixedClock(start: Instant): Clock & { set(instant: Instant): void } {
	let current = start;
	return {
		now: () => current,
		set: (instant) => {
			current = instant;
		}
	};
}

/** Range of years that dates and instants may have [D]. */
const years = { first: 1900, last: 2199 };
const dayPattern = /^\d{4}-\d\d-\d\d$/;
const instantPattern = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * Whether the text is an existing calendar date from 1900 to 2199; JavaScript alone accepts 31 February
 * as a day in March
 */
export function isDay(text: string): boolean {
	if (!dayPattern.test(text)) return false;
	const year = Number(text.slice(0, 4));
	if (year < years.first || year > years.last) return false;
	const at = Date.parse(text);
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** Whether the text is an instant in the stored form: UTC with milliseconds. */
export function isInstant(text: string): boolean {
	const [, day = ''] = instantPattern.exec(text) ?? [];
	return isDay(day) && !Number.isNaN(Date.parse(text));
}

/** The instant for a restored row: the given one where it is in the past, otherwise now. */
export function restoredAt(given: Instant | null | undefined, now: Instant): Instant {
	return given && given < now ? given : now;
}

/** Adds whole minutes to an instant. */
export function addMinutes(instant: Instant, minutes: number): Instant {
	return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

/** Adds hours to an instant; 24 hours are not always a calendar day, see `addDays`. */
export function addHours(instant: Instant, hours: number): Instant {
	return addMinutes(instant, hours * 60);
}

const millisOfDay = 86_400_000;

/** Cache by zone: creating a formatter costs about 100 times what using it costs. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
	const cached = formatters.get(zone);
	if (cached) return cached;
	// The locale en-CA formats dates as ISO 8601.
	const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
	formatters.set(zone, made);
	return made;
}

/** The date that an instant has in an IANA zone. */
export function dayOf(instant: Instant, zone: string): Day {
	return formatterOf(zone).format(Date.parse(instant));
}

/** The first instant of a date in a zone (not always midnight: some zones skip it). */
export function startOfDay(day: Day, zone: string): Instant {
	return new Date(
		Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds
	).toISOString();
}

/** Adds calendar days to a date; negative counts go back. */
export function addDays(day: Day, days: number): Day {
	return new Date(Date.parse(day) + days * millisOfDay).toISOString().slice(0, 10);
}

/** Calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / millisOfDay);
}

/** The day of the week of a date: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
	return new Date(Date.parse(day)).getUTCDay() || 7;
}

/** @returns whether the text names an IANA zone that this machine knows */
export function isZone(text: string): boolean {
	try {
		formatterOf(text);
		return true;
	} catch {
		return false;
	}
}
