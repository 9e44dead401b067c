import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimate } from './evidence.ts';
import {
	criterionToAsk,
	expectedGain,
	gainsOf,
	LEAST_GAIN,
	movement,
	nextToLearn,
	type Learning
} from './learn-next.ts';
import { rankOrderCentroid } from './weights.ts';

const weights = rankOrderCentroid(3);
function theme(themeId: string, talks: number, said: number[][]): Learning {
	return { themeId, talks, estimates: said.map(estimate) };
}

test('at no gap one more talk is worth g times the density in the middle', () => {
	expect(expectedGain(0, 1)).toBeCloseTo(0.3989422804, 9);
	expect(expectedGain(0, 0.2)).toBeCloseTo(0.0797884561, 9);
	// phi(1) - (1 - Phi(1))
	expect(expectedGain(-1, 1)).toBeCloseTo(0.2419707245 - 0.1586552539, 9);
	expect(expectedGain(0.3, 0)).toBe(0);
});

test('how far a talk may move the score: w^2 (v - v’) with v’ = 1/(1/v + 1)', () => {
	expect(movement([1], [estimate([])])).toBeCloseTo(Math.sqrt(1 / 2), 10);
	expect(movement([1], [estimate([4])])).toBeCloseTo(Math.sqrt(1 / 2 - 1 / 3), 10);
});

test('it is never negative, and falls as the gap grows', () => {
	const gaps = fc.double({ min: -4, max: 4, noNaN: true });
	fc.assert(
		fc.property(gaps, gaps, fc.double({ min: 1e-3, max: 1, noNaN: true }), (one, other, move) => {
			const [near, far] = Math.abs(one) < Math.abs(other) ? [one, other] : [other, one];
			expect(expectedGain(far, move)).toBeGreaterThanOrEqual(0);
			expect(expectedGain(near, move)).toBeGreaterThanOrEqual(expectedGain(far, move) - 1e-12);
			expect(expectedGain(near, move)).toBeCloseTo(expectedGain(-near, move), 12);
		})
	);
});

test('two talks per theme come first, evenly, in the order of the seats', () => {
	const said = [[5], [4], [3]];
	const kind = (...talks: number[]) =>
		nextToLearn(
			weights,
			talks.map((count, index) => theme('abc'.charAt(index), count, said))
		);
	expect(kind(0, 0, 0)).toMatchObject({ kind: 'two-each', themeId: 'a', talks: 0 });
	expect(kind(1, 0, 1)).toMatchObject({ kind: 'two-each', themeId: 'b', talks: 0 });
	expect(kind(4, 2, 1)).toMatchObject({ kind: 'two-each', themeId: 'c', talks: 1, criterion: 0 });
	expect(kind(2, 2, 2)?.kind).toBe('worth');
	expect(kind()).toBeUndefined();
});

test('then the theme that one knows least about, where they are level', () => {
	const known = theme('a', 5, [
		[4, 4, 4, 4],
		[4, 4, 4],
		[3, 3]
	]);
	const hardly = theme('b', 2, [[5], [4], [3]]);
	const next = nextToLearn(weights, [known, hardly]);
	expect(next).toMatchObject({ kind: 'worth', themeId: 'b', criterion: 0 });
	const [first, second] = gainsOf(weights, [known, hardly]);
	expect(second!.gain).toBeGreaterThan(first!.gain);
});

test('it stops where no talk is worth it', () => {
	const surely = theme(
		'a',
		30,
		Array.from({ length: 3 }, () => Array(30).fill(5) as number[])
	);
	const never = theme(
		'b',
		30,
		Array.from({ length: 3 }, () => Array(30).fill(1) as number[])
	);
	const next = nextToLearn(weights, [surely, never]);
	expect(next?.kind).toBe('enough');
	expect(next).toMatchObject({ gains: [{ themeId: 'a' }, { themeId: 'b' }] });
});

test('a theme alone has nothing to be compared with', () => {
	expect(nextToLearn(weights, [theme('a', 3, [[5], [4], [3]])])).toEqual({
		kind: 'enough',
		gains: [{ themeId: 'a', gain: 0 }]
	});
});

test('the criterion to ask about weighs much and is little known', () => {
	expect(criterionToAsk(weights, [[4, 4, 4, 4, 4], [], []].map(estimate))).toBe(1);
	expect(criterionToAsk([], [])).toBeNull();
});

test('what is next is always worth at least as much as any other', () => {
	const scores = fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { maxLength: 5 });
	const many = fc.array(fc.tuple(scores, scores, scores), { minLength: 2, maxLength: 3 });
	fc.assert(
		fc.property(many, (said) => {
			const themes = said.map((each, index) => theme('abc'.charAt(index), 2, [...each]));
			const next = nextToLearn(weights, themes);
			const gains = gainsOf(weights, themes).map(({ gain }) => gain);
			const most = Math.max(...gains);
			expect(next?.kind).toBe(most < LEAST_GAIN ? 'enough' : 'worth');
			if (next?.kind !== 'worth') return;
			expect(next.gains.find(({ themeId }) => themeId === next.themeId)?.gain).toBe(most);
		})
	);
});

test('one more talk is worth it from five thousandths of a point (method 9)', () => {
	expect(LEAST_GAIN).toBe(0.005);
});
