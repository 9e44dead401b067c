/**
 * Test helper: the weights with one of them set and the others rescaled to a sum of 1.
 * @param weight 0 to 1
 */
export function reweighted(weights: readonly number[], index: number, weight: number): number[] {
	const left = 1 - (weights[index] ?? 0);
	return weights.map((each, at) => (at === index ? weight : (each * (1 - weight)) / left));
}
