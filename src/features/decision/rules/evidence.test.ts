import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterOneMore, estimate, addScore, talkScores, type TalkScores } from './evidence.ts';

test('without evidence: the middle, with variance 1', () => {
	expect(estimate([])).toEqual({ talks: 0, mean: 3, variance: 1 });
});

test('one talk that is strongly for draws half the way', () => {
	expect(estimate([5])).toEqual({ talks: 1, mean: 4, variance: 0.5 });
	expect(estimate([4, 4, 4]).mean).toBeCloseTo(3.75, 10);
});

test('a talk counts once, however much it says', () => {
	const given: TalkScores<string> = new Map();
	expect(talkScores(given)).toEqual([]);
	addScore(given, 'a', 5);
	addScore(given, 'b', 1);
	addScore(given, 'a', 4);
	expect(talkScores(given)).toEqual([4.5, 1]);
});

const scores = fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { maxLength: 60 });

test('the estimate lies between the middle and what the talks say on average', () => {
	fc.assert(
		fc.property(scores, (said) => {
			const { mean, variance, talks } = estimate(said);
			const average = said.reduce((sum, score) => sum + score, 3) / (said.length + 1);
			expect(mean).toBeCloseTo(average, 9);
			expect(mean).toBeGreaterThanOrEqual(1);
			expect(mean).toBeLessThanOrEqual(5);
			expect(variance).toBeCloseTo(1 / (1 + talks), 12);
			expect(afterOneMore(variance)).toBeCloseTo(1 / (2 + talks), 12);
		})
	);
});

test('the order of the talks does not matter', () => {
	fc.assert(
		fc.property(scores, (said) => {
			expect(estimate(said.toReversed()).mean).toBeCloseTo(estimate(said).mean, 9);
		})
	);
});
