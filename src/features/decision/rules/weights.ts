/** Weights of criteria by their order alone (method.md 9), each list with a sum of 1. */

/**
 * Rank-order centroid, w_i = (1/K) * sum of 1/k from k = i to K.
 * @param count number of criteria, a whole number, 0 or more
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

/** Equal weights. */
export function equalWeights(count: number): number[] {
	return Array.from({ length: count }, () => 1 / count);
}

/** Rank-sum weights, 2(K+1-i)/(K(K+1)): evenly falling, flatter than by centroid. */
export function rankSum(count: number): number[] {
	return Array.from({ length: count }, (_, index) => (2 * (count - index)) / (count * (count + 1)));
}
