import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceHeard, isShallow, ratioOf, saturation, STRICT } from './saturation.ts';

test('the example of Guest, Namey & Chen: 7 new among 37 are 19 %, enough to compare', () => {
	const answer = saturation([17, 12, 8, 5, 2]);
	expect(answer).toMatchObject({ inBase: 37, inRun: 7, heard: 'enough', talksLeft: 0 });
	expect(answer.ratio).toBeCloseTo(0.19, 2);
});

test.each([
	[[], 'nothing', 5],
	[[9], 'too-early', 4],
	[[9, 8, 7, 0], 'too-early', 1],
	[[0, 0, 0, 4, 3], 'undefined', 0],
	[[5, 5, 5, 4, 3], 'still-new', 0],
	[[10, 7, 7, 2, 2], 'enough', 0],
	[[10, 10, 10, 0, 1, 0], 'strict', 0],
	[[10, 10, 10, 10, 1, 2], 'enough', 0]
] as const)('%j is %s', (fresh, heard, talksLeft) => {
	expect(saturation(fresh)).toMatchObject({ heard, talksLeft });
});

test('exactly one in five is enough, exactly one in twenty strict', () => {
	expect(saturation([5, 5, 5, 1, 2]).heard).toBe('enough');
	expect(saturation([5, 5, 5, 6, 1, 2]).heard).toBe('enough');
	expect(saturation([20, 20, 20, 0, 1, 2]).heard).toBe('strict');
	expect(ratioOf([10, 10, 10, 10, 1, 1], STRICT).ratio).toBe(0.05);
});

test('shallow talks are detected', () => {
	expect(isShallow(29, 5)).toBe(true);
	expect(isShallow(30, 5)).toBe(false);
	expect(isShallow(0, 0)).toBe(false);
});

test('the chance to have heard of something grows with every talk', () => {
	expect(chanceHeard(0.3, 0)).toBe(0);
	expect(chanceHeard(0.3, 5)).toBeCloseTo(0.83193, 5);
	expect(chanceHeard(0.5, 2)).toBe(0.75);
	fc.assert(
		fc.property(
			fc.double({ min: 0, max: 1, noNaN: true }),
			fc.integer({ min: 0, max: 50 }),
			(share, talks) => {
				const chance = chanceHeard(share, talks);
				expect(chance).toBeGreaterThanOrEqual(0);
				expect(chance).toBeLessThanOrEqual(1);
				expect(chanceHeard(share, talks + 1)).toBeGreaterThanOrEqual(chance);
			}
		)
	);
});

const talks = fc.array(fc.nat({ max: 30 }), { maxLength: 14 });

test('a quiet talk never makes it less exhausted, and strict is always enough', () => {
	const order = ['nothing', 'too-early', 'undefined', 'still-new', 'enough', 'strict'];
	fc.assert(
		fc.property(talks, (fresh) => {
			const before = saturation(fresh);
			const after = saturation([...fresh, 0]);
			if (fresh.length >= 5) {
				expect(after.inRun).toBeLessThanOrEqual(before.inRun);
				if (before.heard === 'enough') expect(order.indexOf(after.heard)).toBeGreaterThan(3);
			}
			if (before.heard === 'strict') expect(before.ratio).toBeLessThanOrEqual(0.2);
			expect(before.talksLeft + fresh.length).toBeGreaterThanOrEqual(5);
		})
	);
});

test('enough was heard at a fifth of new insights, and not at a quarter', () => {
	expect(saturation([5, 5, 5, 2, 1]).heard).toBe('enough');
	expect(saturation([4, 4, 4, 2, 1]).heard).toBe('still-new');
	expect(saturation([10, 10, 10, 4, 3]).heard).toBe('still-new');
});
