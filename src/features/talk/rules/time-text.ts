import type { Instant } from '#kernel/clock.ts';
import { figured, inWords } from '#kernel/number-text.ts';
import { timeIn } from '#method/local-text.ts';

/** Minutes that are written as words; all others are digits. */
const said: Record<number, string> = { 5: 'five', 10: 'ten', 20: 'twenty', 25: 'twenty-five' };

function hourText(hour: number): string {
	if (hour % 24 === 0) return 'midnight';
	if (hour % 24 === 12) return 'noon';
	return inWords(hour % 12);
}

/**
 * A time of day in words: "half past four", "ten to noon", "four o’clock"; "a quarter past" is used
 * without the hour.
 * @param zone IANA zone
 */
export function timeText(instant: Instant, zone: string): string {
	const [hour = 0, minute = 0] = timeIn(zone, instant).split(':').map(Number);
	if (minute === 0) {
		return hour % 12 === 0 ? hourText(hour) : `${hourText(hour)} o’clock`;
	}
	if (minute === 15) return 'a quarter past';
	if (minute === 30) return `half past ${hourText(hour)}`;
	if (minute === 45) return `a quarter to ${hourText(hour + 1)}`;
	const past = minute < 30;
	const count = past ? minute : 60 - minute;
	const minutes = said[count] ?? figured(count, 'minute');
	return past ? `${minutes} past ${hourText(hour)}` : `${minutes} to ${hourText(hour + 1)}`;
}

/** Seconds during which the sign still shows the two minutes at which it appeared [D]. */
const JUST_NOW = 5;

/**
 * The remaining time near the end, in words; exact if the page is opened later than the sign appeared.
 * @param leftMs milliseconds until the promised end, two minutes at most
 */
export function leftText(leftMs: number): string {
	const seconds = Math.ceil(leftMs / 1000);
	if (seconds > 120 - JUST_NOW) return 'two minutes';
	return seconds >= 60 ? 'under two minutes' : 'under a minute';
}

/**
 * Distance to the agreed time: "in 3 hours", "in 20 minutes", "2 hours ago".
 * @returns empty within five minutes of it
 */
export function awayText(startsAt: Instant, now: Instant): string {
	const minutes = Math.round((Date.parse(startsAt) - Date.parse(now)) / 60_000);
	const away = Math.abs(minutes);
	if (away <= 5) return '';
	const said =
		away < 90
			? figured(away, 'minute')
			: away < 36 * 60
				? figured(Math.round(away / 60), 'hour')
				: figured(Math.round(away / (24 * 60)), 'day');
	return minutes > 0 ? `in ${said}` : `${said} ago`;
}
