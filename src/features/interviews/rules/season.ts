import { addHours, type Instant } from '#kernel/clock.ts';

/** Days of a season, the period of capacities [D]. */
export const SEASON_DAYS = 90;
/** Default of requests per partner and season [D]. */
export const PARTNER_CAPACITY = 3;
const HOURS_OF_DAY = 24;

/**
 * Counts instants in the season that ends now. It is a rolling period, so that no partner gets six
 * requests around a fixed boundary.
 * @returns number of instants in the last 90 times 24 hours
 */
export function countInSeason(instants: readonly Instant[], now: Instant): number {
	const begin = addHours(now, -SEASON_DAYS * HOURS_OF_DAY);
	return instants.filter((instant) => instant > begin && instant <= now).length;
}
