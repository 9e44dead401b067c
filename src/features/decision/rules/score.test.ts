import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimate } from './evidence.ts';
import { chanceAhead, scoreOfTheme } from './score.ts';
import { rankOrderCentroid } from './weights.ts';

const themes = fc.array(fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { maxLength: 12 }), {
	minLength: 5,
	maxLength: 5
});
const weights = rankOrderCentroid(5);
const scored = (said: number[][]) => scoreOfTheme(weights, said.map(estimate));

test('a score with its spread, by hand', () => {
	const { score, variance, low, high } = scoreOfTheme(
		rankOrderCentroid(3),
		[[4, 5], [], [1]].map(estimate)
	);
	// 11/18 * 4 + 5/18 * 3 + 2/18 * 2
	expect(score).toBeCloseTo(63 / 18, 10);
	expect(variance).toBeCloseTo((121 / 3 + 25 + 4 / 2) / 324, 10);
	expect(high - score).toBeCloseTo(1.2816 * Math.sqrt(variance), 10);
	expect(score - low).toBeCloseTo(1.2816 * Math.sqrt(variance), 10);
});

test('the spread stays on the scale', () => {
	const sure = scoreOfTheme([1], [estimate([5, 5])]);
	expect(sure.high).toBe(5);
});

test('a score is on the scale, inside its spread, and the two chances make one', () => {
	fc.assert(
		fc.property(themes, themes, (one, other) => {
			const [mine, theirs] = [scored(one), scored(other)];
			for (const { score, low, high } of [mine, theirs]) {
				expect(low).toBeGreaterThanOrEqual(1);
				expect(low).toBeLessThanOrEqual(score);
				expect(high).toBeGreaterThanOrEqual(score);
				expect(high).toBeLessThanOrEqual(5);
			}
			expect(chanceAhead(mine, theirs) + chanceAhead(theirs, mine)).toBeCloseTo(1, 10);
			expect(chanceAhead(mine, theirs) >= 0.5 - 1e-12).toBe(mine.score >= theirs.score - 1e-12);
		})
	);
});

test('without any doubt the higher one wins', () => {
	const at = (score: number) => ({ score, variance: 0 });
	expect([chanceAhead(at(4), at(3)), chanceAhead(at(3), at(4))]).toEqual([1, 0]);
	expect(chanceAhead(at(3), at(3))).toBe(0.5);
});
