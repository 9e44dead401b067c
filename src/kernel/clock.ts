/**
 * Time comes from outside: whoever needs it takes a Clock or an instant.
 * Instants are text, ISO 8601 in UTC with milliseconds, so that they sort as text in every engine.
 */
export type Instant = string;
/** A calendar date without a time, `2026-11-23`. */
export type Day = string;

export interface Clock {
	now(): Instant;
}

/** A clock that stands still until it is moved; for tests and the demo season. */
export function fixedClock(start: Instant): Clock & { set(instant: Instant): void } {
	let current = start;
	return {
		now: () => current,
		set: (instant) => {
			current = instant;
		}
	};
}

/** Years in which everything lies that this program is told of [D]. */
const years = { first: 1900, last: 2199 };
const dayPattern = /^\d{4}-\d\d-\d\d$/;
const instantPattern = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * @returns whether the text is a date that the calendar has, from 1900 to 2199: JavaScript alone
 * takes 31 February for a day in March
 */
export function isDay(text: string): boolean {
	if (!dayPattern.test(text)) return false;
	const year = Number(text.slice(0, 4));
	if (year < years.first || year > years.last) return false;
	const at = Date.parse(text);
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** @returns whether the text is an instant as it is kept: with milliseconds, in UTC */
export function isInstant(text: string): boolean {
	const [, day = ''] = instantPattern.exec(text) ?? [];
	return isDay(day) && !Number.isNaN(Date.parse(text));
}

/** When something was that is brought back: the instant that is told where it is past, else now. */
export function restoredAt(told: Instant | null | undefined, now: Instant): Instant {
	return told && told < now ? told : now;
}

/** Adds whole minutes to an instant. */
export function addMinutes(instant: Instant, minutes: number): Instant {
	return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

/** Adds hours to an instant; 24 of them are not always a day, see `addDays`. */
export function addHours(instant: Instant, hours: number): Instant {
	return addMinutes(instant, hours * 60);
}

const millisOfDay = 86_400_000;

/** Making a formatter costs a hundred times what using it costs, and zones are few. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
	const kept = formatters.get(zone);
	if (kept) return kept;
	// Canadian English writes dates as ISO 8601 does.
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
