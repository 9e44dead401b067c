import { dayOf, daysBetween } from '#kernel/clock.ts';
import { weekdayDateText, formatted, shortDay, timeIn } from '#method/local-text.ts';

/** `1 person`, `2 people`, `12,400 people`; and a number alone. */
export { figured as counted, figures as number } from '#kernel/number-text.ts';
export { weekdayDateText, shortDay, timeIn };

/** The first letters of the first and the last word of a name, whatever script it is in. */
export function initials(name: string): string {
	const words = name.trim().split(/\s+/).filter(Boolean);
	const first = [...(words[0] ?? '')][0] ?? '';
	const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
	return (first + last).toUpperCase();
}

/** The date of an instant in words, in the zone of the reader. */
export function onDay(instant: string, zone: string, today: string): string {
	return weekdayDateText(dayOf(instant, zone), today);
}

/** An instant relative to now: `Today at 10:42`, `Yesterday at 22:15`, else the date. */
export function relativeInstantText(instant: string, now: string, zone: string): string {
	const day = dayOf(instant, zone);
	const today = dayOf(now, zone);
	const near: Record<number, string> = { [-1]: 'Yesterday', 0: 'Today', 1: 'Tomorrow' };
	const said = near[daysBetween(today, day)];
	return said ? `${said} at ${timeIn(zone, instant)}` : shortDay(day, today);
}

/** Date and time of an instant in the zone of the reader: `23 November, 16:00`. */
export function instantText(instant: string, zone: string): string {
	return formatted(Date.parse(instant), 'moment', {
		day: 'numeric',
		month: 'long',
		hour: '2-digit',
		minute: '2-digit',
		timeZone: zone
	}).replace(' at ', ', ');
}

/** The greeting for the hour in the zone of the reader; a plain "Hello" at night. */
export function greeting(instant: string, zone: string): string {
	const hour = Number(
		formatted(Date.parse(instant), 'hour', { hour: '2-digit', hourCycle: 'h23', timeZone: zone })
	);
	if (hour >= 5 && hour < 12) return 'Good morning';
	if (hour >= 12 && hour < 18) return 'Good afternoon';
	return hour >= 18 ? 'Good evening' : 'Hello';
}

/** The first word of a name, for greetings. */
export function firstName(name: string): string {
	return name.trim().split(/\s+/)[0] ?? name;
}
