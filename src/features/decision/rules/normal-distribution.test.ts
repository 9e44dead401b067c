import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CENTRAL_80, density, distribution } from './normal-distribution.ts';

// Reference: half of erfc(-z/sqrt(2)) from the C library, which uses another algorithm.
test.each([
	[0, 0.5],
	[0.25, 0.5987063256829237],
	[0.5, 0.6914624612740131],
	[1, 0.8413447460685429],
	[1.2816, 0.9000084999023248],
	[1.959963984540054, 0.975],
	[3, 0.9986501019683699],
	[-2, 0.02275013194817922],
	[-4, 3.1671241833119965e-5],
	[-6, 9.865876450377012e-10]
])('below %d lies %d', (z, expected) => {
	expect(Math.abs(distribution(z) - expected)).toBeLessThan(1e-13);
});

test('the density is its slope', () => {
	expect(density(0)).toBeCloseTo(0.3989422804014327, 14);
	for (const z of [-3, -0.7, 0.1, 2]) {
		const slope = (distribution(z + 1e-5) - distribution(z - 1e-5)) / 2e-5;
		expect(slope).toBeCloseTo(density(z), 8);
	}
});

test('four times out of five', () => {
	expect(distribution(CENTRAL_80) - distribution(-CENTRAL_80)).toBeCloseTo(0.8, 4);
});

test('it is symmetric, grows, and stays a chance', () => {
	const numbers = fc.double({ min: -40, max: 40, noNaN: true });
	fc.assert(
		fc.property(numbers, numbers, (one, other) => {
			expect(distribution(one) + distribution(-one)).toBeCloseTo(1, 12);
			expect(distribution(one)).toBeGreaterThanOrEqual(0);
			expect(distribution(one)).toBeLessThanOrEqual(1);
			const [low, high] = one < other ? [one, other] : [other, one];
			expect(distribution(high)).toBeGreaterThanOrEqual(distribution(low) - 1e-14);
		})
	);
});
