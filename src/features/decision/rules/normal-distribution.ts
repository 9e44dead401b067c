/** The standard normal distribution, used for scores and their spread. */

/** 90th percentile: the score lies within it four times out of five (method.md 2). */
export const CENTRAL_80 = 1.2816;

/** The density at z. */
export function density(z: number): number {
	return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** Beyond this |z| the distribution is 0 or 1 to fifteen decimal places. */
const FAR = 8;

/**
 * Cumulative distribution at z, by the series of Marsaglia (2004), "Evaluating the Normal
 * Distribution", Journal of Statistical Software 11(4); absolute error below 1e-14.
 * @returns 0 to 1
 */
export function distribution(z: number): number {
	if (z < -FAR) return 0;
	if (z > FAR) return 1;
	let sum = z;
	let term = z;
	for (let odd = 3; sum + term !== sum; odd += 2) {
		term *= (z * z) / odd;
		sum += term;
	}
	return Math.min(1, Math.max(0, 0.5 + sum * density(z)));
}
