import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equalWeights, rankOrderCentroid, rankSum } from './weights.ts';

test.each([
	[3, [0.6111, 0.2778, 0.1111]],
	[4, [0.5208, 0.2708, 0.1458, 0.0625]],
	[5, [0.4567, 0.2567, 0.1567, 0.09, 0.04]]
])('the rank-order centroid of %i criteria is what the method says', (count, expected) => {
	const weights = rankOrderCentroid(count);
	expect(weights).toHaveLength(count);
	for (const [index, weight] of expected.entries()) expect(weights[index]).toBeCloseTo(weight, 4);
});

test('no criteria weigh nothing, one weighs everything', () => {
	for (const weigh of [rankOrderCentroid, equalWeights, rankSum]) {
		expect(weigh(0)).toEqual([]);
		expect(weigh(1)).toEqual([1]);
	}
	expect(rankSum(3)).toEqual([3 / 6, 2 / 6, 1 / 6]);
});

test('weights sum to 1 and a later criterion never weighs more', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
			for (const weights of [rankOrderCentroid(count), equalWeights(count), rankSum(count)]) {
				expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
				for (const [index, weight] of weights.entries()) {
					expect(weight).toBeGreaterThan(0);
					expect(weights[index + 1] ?? 0).toBeLessThanOrEqual(weight);
				}
			}
		})
	);
});
