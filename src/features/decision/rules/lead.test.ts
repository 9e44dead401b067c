import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leadOf, type Contender } from './lead.ts';
import { reweighted } from '#tests/support/reweighted.ts';
import { weighted } from './score.ts';
import { rankOrderCentroid } from './weights.ts';

const weights = rankOrderCentroid(5);
function contender(themeId: string, means: number[], variance = 0.1): Contender {
	const score = weighted(weights, means);
	return { themeId, means, score: { score, variance, low: 1, high: 5 } };
}
const one = contender('a', [5, 3, 3, 4, 2]);
const other = contender('b', [3, 5, 4, 3, 4]);

test('the example of the method: who leads, and what would flip it, nearest first', () => {
	const lead = leadOf(weights, [other, one]);
	expect(lead).toMatchObject({ themeId: 'a', withEqual: false, withRankSum: false });
	expect(lead?.flips.map(({ criterion }) => criterion)).toEqual([0, 1, 4, 2]);
	expect(lead?.flips[0]?.at).toBeCloseTo(0.3779, 4);
	expect(lead?.others).toHaveLength(1);
});

test.each([
	[0, 'level'],
	[0.05, 'too-close'],
	[0.4, 'likely'],
	[1.2, 'clear']
])('a gap of %d is %s', (gap, closeness) => {
	const means = (at: number) => [at, at, at, at, at];
	const lead = leadOf(weights, [contender('a', means(3)), contender('b', means(3 + gap))]);
	expect(lead?.closeness).toBe(closeness);
});

test('a lead is as clear as it is over the one that is least surely behind', () => {
	const means = (at: number) => [at, at, at, at, at];
	const [first, second] = [contender('a', means(4), 0.05), contender('b', means(3.3), 0.05)];
	const third = contender('c', means(3.2), 0.35);
	expect(leadOf(weights, [first, second])?.closeness).toBe('clear');
	expect(leadOf(weights, [first, second, third])?.closeness).toBe('likely');
});

test('with one theme, or none, nobody leads', () => {
	expect(leadOf(weights, [])).toBeUndefined();
	expect(leadOf(weights, [one])).toBeUndefined();
});

const themes = fc.array(
	fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { minLength: 5, maxLength: 5 }),
	{ minLength: 2, maxLength: 3 }
);

test('the leader is ahead of everybody, and behind the second beyond each flip', () => {
	fc.assert(
		fc.property(themes, (said) => {
			const all = said.map((means, index) => contender('abc'.charAt(index), means));
			const lead = leadOf(weights, all)!;
			const of = (id: string | undefined) => all.find(({ themeId }) => themeId === id)!;
			const leader = of(lead.themeId);
			for (const { themeId, chance } of lead.others) {
				expect(chance).toBeGreaterThanOrEqual(0.5 - 1e-12);
				expect(leader.score.score).toBeGreaterThanOrEqual(of(themeId).score.score);
			}
			const second = of(lead.others[0]?.themeId);
			for (const { criterion, weight, at } of lead.flips) {
				const beyond = at + Math.sign(at - weight) * 0.001;
				if (beyond < 0 || beyond > 1 || Math.abs(at - weight) < 0.001) continue;
				const changed = reweighted(weights, criterion, beyond);
				expect(weighted(changed, leader.means)).toBeLessThan(
					weighted(changed, second.means) + 1e-9
				);
			}
		})
	);
});
