import { addHours, type Instant } from '#kernel/clock.ts';

/** Days of a season, the period that capacities count in [D]. */
export const SEASON_DAYS = 90;
/** How often one partner may be asked in a season unless they said otherwise [D]. */
export const PARTNER_CAPACITY = 3;
const HOURS_OF_DAY = 24;

/**
 * How many instants lie in the season that ends now. It rolls, so that a partner is never asked
 * six times around one fixed boundary.
 * @returns a count of those in the last 90 times 24 hours
 */
export function countInSeason(instants: readonly Instant[], now: Instant): number {
	const begin = addHours(now, -SEASON_DAYS * HOURS_OF_DAY);
	return instants.filter((instant) => instant > begin && instant <= now).length;
}
