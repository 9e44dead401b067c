import { addHours, addMinutes, type Instant } from '#kernel/clock.ts';

/** Back-off between attempts in minutes: eight attempts over about twenty hours [D]. */
const pauses = [0.25, 1, 5, 30, 120, 360, 720];

/** Attempts before a delivery counts as failed. */
export const MOST_TRIES = pauses.length + 1;

/** Minutes after which an attempt without outcome is repeated; longer than any call takes. */
const ABANDONED_AFTER_MINUTES = 5;

/** Hours of failures only after which a webhook is paused: five days [D]. */
const PAUSED_AFTER_HOURS = 5 * 24;

/**
 * Time of the next attempt at a failed delivery.
 * @param tries number of attempts so far, this one included
 * @returns undefined after the last
 */
export function nextTry(tries: number, now: Instant): Instant | undefined {
	const pause = pauses[tries - 1];
	return pause === undefined ? undefined : addMinutes(now, pause);
}

/** Time at which an attempt that begins now is repeated, should the process end before its outcome. */
export function abandonedAt(now: Instant): Instant {
	return addMinutes(now, ABANDONED_AFTER_MINUTES);
}

/** Whether a webhook that fails since then is to be paused. */
export function hasFailedTooLong(failingSince: Instant | null, now: Instant): boolean {
	return failingSince !== null && failingSince <= addHours(now, -PAUSED_AFTER_HOURS);
}

/** Hours for which deliveries are also signed with the former secret [D]. */
const BOTH_SIGN_HOURS = 24;

export function olderStillSigns(rotatedAt: Instant | null, now: Instant): boolean {
	return rotatedAt !== null && addHours(rotatedAt, BOTH_SIGN_HOURS) > now;
}
