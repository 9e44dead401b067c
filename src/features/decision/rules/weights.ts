/**
 * What each criterion weighs, made from nothing but their order (method.md 9): the first weighs
 * most. Each list sums to 1.
 */

/**
 * Rank-order centroid, w_i = (1/K) * sum of 1/k from k = i to K.
 * @param count criteria, whole, 0 or more
 */
export function rankOrderCentroid(count: number): number[] {
	const weights: number[] = [];
	let sum = 0;
	for (let rank = count; rank >= 1; rank -= 1) {
		sum += 1 / rank;
		weights.unshift(sum / count);
	}
	return weights;
}

/** Every criterion weighs the same. */
export function equalWeights(count: number): number[] {
	return Array.from({ length: count }, () => 1 / count);
}

/** Rank-sum, 2(K+1-i)/(K(K+1)): falls evenly, so that the first weighs less than by centroid. */
export function rankSum(count: number): number[] {
	return Array.from({ length: count }, (_, index) => (2 * (count - index)) / (count * (count + 1)));
}
