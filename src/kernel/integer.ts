/** The largest whole number that both engines keep: PostgreSQL's `integer` has 32 bits. */
export const LARGEST_INTEGER = 2 ** 31 - 1;

/** @returns whether a value is a whole number that both engines keep, below zero too */
export function isKeptInteger(value: unknown): value is number {
	return Number.isInteger(value) && Math.abs(Number(value)) <= LARGEST_INTEGER;
}
