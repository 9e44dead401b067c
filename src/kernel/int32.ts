/** The largest whole number that both engines keep: PostgreSQL's `integer` has 32 bits. */
export const MAX_INT32 = 2 ** 31 - 1;

/** @returns whether a value is a whole number that both engines keep, below zero too */
export function isInt32(value: unknown): value is number {
	return Number.isInteger(value) && Math.abs(Number(value)) <= MAX_INT32;
}
