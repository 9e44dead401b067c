import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flipWeight, leadsWith } from './robust.ts';
import { weighted } from './score.ts';
import { reweighted } from '#tests/support/reweighted.ts';
import { equalWeights, rankOrderCentroid, rankSum } from './weights.ts';

const weights = rankOrderCentroid(5);
const one = [5, 3, 3, 4, 2];
const other = [3, 5, 4, 3, 4];

test('the example of the method: two scores and where their order flips', () => {
	expect(weighted(weights, one)).toBeCloseTo(3.9633, 4);
	expect(weighted(weights, other)).toBeCloseTo(3.71, 4);
	const flips = weights.map((_, index) => flipWeight(weights, one, other, index));
	expect(flips[0]).toBeCloseTo(0.3779, 4);
	expect(flips[1]).toBeCloseTo(0.3402, 4);
	expect(flips[2]).toBeCloseTo(0.3271, 4);
	expect(flips[3]).toBeNull();
	expect(flips[4]).toBeCloseTo(0.1479, 4);
});

test('its leader does not stay with other weights', () => {
	expect(leadsWith(weights, one, [other])).toBe(true);
	expect(leadsWith(equalWeights(5), one, [other])).toBe(false);
	expect(leadsWith(rankSum(5), one, [other])).toBe(false);
	expect(leadsWith(weights, one, [one])).toBe(false);
});

test('a single criterion has no other weight', () => {
	expect(flipWeight([1], [5], [3], 0)).toBeNull();
	expect(flipWeight([0.5, 0.5], [4, 4], [3, 3], 0)).toBeNull();
});

const scores = fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { minLength: 5, maxLength: 5 });

test('at the flip the two scores are equal, and the weights still sum to 1', () => {
	fc.assert(
		fc.property(scores, scores, fc.integer({ min: 0, max: 4 }), (mine, theirs, index) => {
			const flip = flipWeight(weights, mine, theirs, index);
			if (flip === null) return;
			const at = reweighted(weights, index, flip);
			expect(at.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
			expect(weighted(at, mine)).toBeCloseTo(weighted(at, theirs), 8);
		})
	);
});

test('where nothing flips it, one theme leads with any weight of that criterion', () => {
	fc.assert(
		fc.property(
			scores,
			scores,
			fc.integer({ min: 0, max: 4 }),
			fc.double({ min: 0, max: 1, noNaN: true }),
			(mine, theirs, index, weight) => {
				if (flipWeight(weights, mine, theirs, index) !== null) return;
				const gap = (at: number[]) => weighted(at, mine) - weighted(at, theirs);
				const before = gap(weights);
				if (Math.abs(before) < 1e-9) return;
				expect(gap(reweighted(weights, index, weight)) * before).toBeGreaterThanOrEqual(-1e-12);
			}
		)
	);
});
