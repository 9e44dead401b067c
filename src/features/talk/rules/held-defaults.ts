import { addMinutes, dayOf, type Day, type Instant } from '#kernel/clock.ts';
import { timeIn } from '#method/local-text.ts';

/** What the form "We talked already" begins with. */
export interface HeldDefaults {
	day: Day;
	/** `16:00` */
	time: string;
	minutes: number;
}

/**
 * The likeliest answer: as it began or was agreed on, where that is past; else that it ended just
 * now.
 * @param begins when it began, or was to begin, where that is known
 */
export function heldDefaults(
	begins: Instant | null,
	minutes: number,
	now: Instant,
	zone: string
): HeldDefaults {
	const past = begins !== null && addMinutes(begins, minutes) <= now;
	const startedAt = past ? begins : addMinutes(now, -minutes);
	return { day: dayOf(startedAt, zone), time: timeIn(zone, startedAt), minutes };
}
