import { dayOf, daysBetween } from '#kernel/clock.ts';

/** `1 person`, `2 people`, `12,400 people`; and a number alone. */
export { figured as counted, figures as number } from '#kernel/number-words.ts';

/** The first letters of the first and the last word of a name, whatever script it is in. */
export function initials(name: string): string {
	const words = name.trim().split(/\s+/).filter(Boolean);
	const first = [...(words[0] ?? '')][0] ?? '';
	const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
	return (first + last).toUpperCase();
}

/** Cache by kind and zone: creating a formatter is slow. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatted(instant: number, kind: string, options: Intl.DateTimeFormatOptions): string {
	const key = `${kind} ${options.timeZone ?? ''}`;
	let formatter = formatters.get(key);
	if (!formatter) {
		formatter = new Intl.DateTimeFormat('en-GB', options);
		formatters.set(key, formatter);
	}
	return formatter.format(instant);
}

function dateText(day: string, today: string, { weekday }: { weekday?: 'long' } = {}): string {
	const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
	const options = { weekday, day: 'numeric', month: 'long', year, timeZone: 'UTC' } as const;
	return formatted(Date.parse(day), `day ${weekday ?? ''} ${year ?? ''}`, options);
}

/** A date in words: `Monday 23 November`, with the year where it is not the current one. */
export function dayInWords(day: string, today: string): string {
	return dateText(day, today, { weekday: 'long' }).replace(',', '');
}

/** A short date: `21 November`, with the year where it is not the current one. */
export function shortDay(day: string, today: string): string {
	return dateText(day, today);
}

/** The date of an instant in words, in the zone of the reader. */
export function onDay(instant: string, zone: string, today: string): string {
	return dayInWords(dayOf(instant, zone), today);
}

/** The wall time of an instant in a zone, 24 hours: `10:42`. */
export function timeIn(zone: string, instant: string): string {
	return formatted(Date.parse(instant), 'time', {
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZone: zone
	});
}

/** An instant relative to now: `Today at 10:42`, `Yesterday at 22:15`, else the date. */
export function whenSaid(instant: string, now: string, zone: string): string {
	const day = dayOf(instant, zone);
	const today = dayOf(now, zone);
	const near: Record<number, string> = { [-1]: 'Yesterday', 0: 'Today', 1: 'Tomorrow' };
	const said = near[daysBetween(today, day)];
	return said ? `${said} at ${timeIn(zone, instant)}` : shortDay(day, today);
}

/** Date and time of an instant in the zone of the reader: `23 November, 16:00`. */
export function momentInWords(instant: string, zone: string): string {
	return formatted(Date.parse(instant), 'moment', {
		day: 'numeric',
		month: 'long',
		hour: '2-digit',
		minute: '2-digit',
		timeZone: zone
	}).replace(' at ', ', ');
}

/** The greeting for the hour in the zone of the reader. */
export function greeting(instant: string, zone: string): string {
	const hour = Number(
		formatted(Date.parse(instant), 'hour', { hour: '2-digit', hourCycle: 'h23', timeZone: zone })
	);
	if (hour >= 5 && hour < 12) return 'Good morning';
	return hour >= 12 && hour < 18 ? 'Good afternoon' : 'Good evening';
}

/** The first word of a name, for greetings. */
export function firstName(name: string): string {
	return name.trim().split(/\s+/)[0] ?? name;
}
