import { addMinutes, dayOf, type Day, type Instant } from '#kernel/clock.ts';
import { timeIn } from '#method/local-text.ts';

/** Initial values of the form "Record past conversation". */
export interface HeldDefaults {
	day: Day;
	/** `16:00` */
	time: string;
	minutes: number;
}

/**
 * Initial values: from the begin of the talk or meeting, if past; else a talk that ended just now.
 * @param begins time at which it began or should begin, null if unknown
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
