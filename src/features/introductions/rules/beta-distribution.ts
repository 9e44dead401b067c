/** Numerics of the Beta distribution; two positive parameters, probabilities 0 to 1. */

/** Lanczos' coefficients for g = 7 (Press et al., Numerical Recipes, 6.1). */
const lanczos = [
	0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
	-176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
	1.5056327351493116e-7
];
const g = 7;

/** The natural logarithm of the gamma function, for x above 0. */
export function logGamma(x: number): number {
	if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
	const at = x - 1;
	const sum = lanczos.reduce(
		(total, each, index) => total + (index > 0 ? each / (at + index) : each)
	);
	const t = at + g + 0.5;
	return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(t) - t + Math.log(sum);
}

const smallest = 1e-300;
const precision = 1e-15;
const mostTerms = 500;

const awayFromZero = (value: number): number => (Math.abs(value) < smallest ? smallest : value);

/** Lentz' continued fraction for the incomplete beta function (Numerical Recipes, 6.4). */
function fraction(x: number, a: number, b: number): number {
	let c = 1;
	let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
	let product = d;
	for (let m = 1; m <= mostTerms; m += 1) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / awayFromZero(1 + even * d);
		c = awayFromZero(1 + even / c);
		product *= d * c;
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / awayFromZero(1 + odd * d);
		c = awayFromZero(1 + odd / c);
		product *= d * c;
		if (Math.abs(d * c - 1) < precision) break;
	}
	return product;
}

/** The regularised incomplete beta function I_x(a, b): the probability of a value at or below x. */
export function chanceUpTo(x: number, a: number, b: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	const front = Math.exp(
		logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)
	);
	// The fraction converges fast for x below (a + 1) / (a + b + 2); beyond that I_x(a, b) = 1 - I_(1-x)(b, a).
	return x < (a + 1) / (a + b + 2)
		? (front * fraction(x, a, b)) / a
		: 1 - (front * fraction(1 - x, b, a)) / b;
}

/** Bisection steps: an interval of length 1 becomes shorter than 1e-15. */
const halvings = 52;

/** The quantile function (inverse of `chanceUpTo`), by bisection, which always terminates. */
export function quantile(chance: number, a: number, b: number): number {
	let low = 0;
	let high = 1;
	for (let step = 0; step < halvings; step += 1) {
		const middle = (low + high) / 2;
		if (chanceUpTo(middle, a, b) < chance) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
