import { weighted } from './score.ts';

/** Robustness of the lead against other weights of the criteria (method.md 9). */

/** Whether a theme's score is above all others with these weights. */
export function leadsWith(
	weights: readonly number[],
	own: readonly number[],
	others: readonly (readonly number[])[]
): boolean {
	const mine = weighted(weights, own);
	return others.every((other) => weighted(weights, other) < mine);
}

/**
 * The weight of one criterion at which the order of two themes flips, the others keeping their
 * proportions: d = s_A - s_B, D = sum w*d, R = (D - w_k d_k)/(1 - w_k), w* = R/(R - d_k).
 * @param index index of the criterion
 * @returns 0 to 1, or null where no weight of it flips the order
 */
export function flipWeight(
	weights: readonly number[],
	own: readonly number[],
	other: readonly number[],
	index: number
): number | null {
	const weight = weights[index] ?? 0;
	if (weight >= 1) return null;
	const gaps = own.map((score, each) => score - (other[each] ?? 0));
	const gap = gaps[index] ?? 0;
	const rest = (weighted(weights, gaps) - weight * gap) / (1 - weight);
	if (rest === gap) return null;
	const flip = rest / (rest - gap);
	return flip >= 0 && flip <= 1 ? flip : null;
}
