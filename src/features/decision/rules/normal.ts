/** The standard normal distribution, which the scores and their spread are reckoned with. */

/** The range in which a score lies four times out of five: the 90th percentile (method.md 2). */
export const CENTRAL_80 = 1.2816;

/** The density at z. */
export function density(z: number): number {
	return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** Beyond this the distribution is 0 or 1 to fifteen places. */
const FAR = 8;

/**
 * The chance to lie below z, by the series of Marsaglia (2004), "Evaluating the Normal
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
