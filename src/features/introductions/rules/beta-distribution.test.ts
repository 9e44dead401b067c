import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceUpTo, logGamma, quantile } from './beta-distribution.ts';

test('the logarithm of the gamma function is that of the factorial', () => {
	let factorial = 1;
	for (let n = 1; n <= 20; n += 1) {
		expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 10);
		factorial *= n;
	}
	expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 10);
	expect(logGamma(0.25)).toBeCloseTo(1.2880225246980774, 10);
});

// Exact binomial sums in 50 digits for whole parameters, SciPy 1's beta.ppf for the last.
describe.each([
	[5, 5, 0.300968764, 0.699031236],
	[3, 7, 0.129497297, 0.490081194],
	[1, 9, 0.011638467, 0.225736317],
	[13, 9, 0.45583913, 0.722205987],
	[5, 12, 0.160559461, 0.438921947],
	[8, 6, 0.401761373, 0.736269744],
	[2, 17, 0.029946299, 0.199467593],
	[205, 305, 0.374230181, 0.4298565],
	[2.5, 0.7, 0.47612263, 0.98604773]
])('Beta(%s, %s)', (a, b, low, high) => {
	test('the central 80 % is exact to a millionth', () => {
		expect(Math.abs(quantile(0.1, a, b) - low)).toBeLessThan(1e-6);
		expect(Math.abs(quantile(0.9, a, b) - high)).toBeLessThan(1e-6);
	});
});

const parameters = fc.integer({ min: 1, max: 60 });
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

/** C(n, j) x^j (1-x)^(n-j), summed: equals I_x(a, b) for integer parameters. */
function binomialSum(x: number, a: number, b: number): number {
	const n = a + b - 1;
	let sum = 0;
	let choose = 1;
	for (let j = 0; j <= n; j += 1) {
		if (j >= a) sum += choose * x ** j * (1 - x) ** (n - j);
		choose = (choose * (n - j)) / (j + 1);
	}
	return sum;
}

test('the incomplete beta function is the binomial sum', () => {
	fc.assert(
		fc.property(share, parameters, parameters, (x, a, b) => {
			expect(chanceUpTo(x, a, b)).toBeCloseTo(binomialSum(x, a, b), 9);
		})
	);
});

test('the distribution is symmetric and monotonic, and its quantile inverts it', () => {
	fc.assert(
		fc.property(share, share, parameters, parameters, (x, chance, a, b) => {
			expect(chanceUpTo(x, a, b)).toBeCloseTo(1 - chanceUpTo(1 - x, b, a), 9);
			expect(chanceUpTo(quantile(chance, a, b), a, b)).toBeCloseTo(chance, 7);
		})
	);
	expect(chanceUpTo(-1, 2, 3)).toBe(0);
	expect(chanceUpTo(2, 2, 3)).toBe(1);
	expect(chanceUpTo(0.5, 2, 3)).toBeCloseTo(0.6875, 12);
});
