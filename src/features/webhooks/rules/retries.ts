import { addHours, addMinutes, type Instant } from '#kernel/clock.ts';

/** Minutes between one try and the next: eight tries over about twenty hours [D]. */
const pauses = [0.25, 1, 5, 30, 120, 360, 720];

/** Tries that a delivery has before it counts as failed. */
export const MOST_TRIES = pauses.length + 1;

/** Longer than any call takes: what nobody heard the end of by then is taken up again. */
const UNHEARD_AFTER_MINUTES = 5;

/** Hours of nothing but failures after which a webhook is paused: five days [D]. */
const PAUSED_AFTER_HOURS = 5 * 24;

/**
 * When a delivery that failed is tried again.
 * @param tries that were made, this one included
 * @returns nothing after the last
 */
export function nextTry(tries: number, now: Instant): Instant | undefined {
	const pause = pauses[tries - 1];
	return pause === undefined ? undefined : addMinutes(now, pause);
}

/** When a try that begins now is given up on, should the program not live to hear its end. */
export function unheardAt(now: Instant): Instant {
	return addMinutes(now, UNHEARD_AFTER_MINUTES);
}

/** Whether a webhook that fails since then is not called any more. */
export function hasFailedTooLong(failingSince: Instant | null, now: Instant): boolean {
	return failingSince !== null && failingSince <= addHours(now, -PAUSED_AFTER_HOURS);
}

/** Hours in which the secret before the last still signs beside it, so that nothing is missed [D]. */
const BOTH_SIGN_HOURS = 24;

export function olderStillSigns(rotatedAt: Instant | null, now: Instant): boolean {
	return rotatedAt !== null && addHours(rotatedAt, BOTH_SIGN_HOURS) > now;
}
