import { type Refusal, refuseConflict } from '#kernel/refusal.ts';

/** Ranked criteria that the method asks for (method 1). */
export const LEAST_CRITERIA = 3;
export const MOST_CRITERIA = 7;
/** Read at most, where more are there than one may add [D]. */
export const CRITERIA_READ = 50;

/**
 * Whether another criterion may be added. Fewer than three is no refusal, the readiness
 * check tells it.
 * @param count criteria already ranked
 * @returns `criteria.seven-named` at seven, else nothing
 */
export function mayAddCriterion(count: number): Refusal | undefined {
	if (count < MOST_CRITERIA) return undefined;
	return refuseConflict(
		'criteria.seven-named',
		'You already have seven criteria, which is the maximum. They are safe. To add this one, delete the least important criterion.',
		'text'
	);
}
