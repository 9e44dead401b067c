import { dayOf, type Day, type Instant } from '#kernel/clock.ts';
import type { BothZones } from './chosen-time.ts';
import { weekdayDateText, timeIn } from '#method/local-text.ts';
import { sameClock, thereText } from './meeting-text.ts';

/**
 * A time in the other side's zone: "Tuesday 1 December, 15:00 in Lisbon", "Tuesday 1 December, 16:00
 * for you".
 * @param clock in whose zone it was entered
 * @param today the explorer's date
 */
export function previewText(
	instant: Instant,
	clock: 'mine' | 'theirs',
	{ mine, theirs }: BothZones,
	today: Day
): string {
	const day = weekdayDateText(dayOf(instant, mine), today);
	if (theirs === null) return day;
	if (sameClock(instant, mine, theirs)) return `${day}, the same time for both of you`;
	if (clock === 'theirs') return `${day}, ${timeIn(mine, instant)} for you`;
	return `${day}, ${thereText(instant, mine, theirs)}`;
}
