/** The largest integer that both engines store: PostgreSQL's `integer` has 32 bits. */
export const MAX_INT32 = 2 ** 31 - 1;

/** Whether a value is an integer that both engines store; negative ones included. */
export function isInt32(value: unknown): value is number {
	return Number.isInteger(value) && Math.abs(Number(value)) <= MAX_INT32;
}
