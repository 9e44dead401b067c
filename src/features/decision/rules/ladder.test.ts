import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextRung, plannedRungs, rungNames, rungs, rungDescriptions } from './ladder.ts';

test.each([
	[0, [], 'talk'],
	[0, ['shadow'], 'talk'],
	[2, [], 'shadow'],
	[2, ['shadow'], 'try'],
	[2, ['try', 'shadow'], 'small-project'],
	[2, ['small-project'], 'training'],
	[2, ['business'], 'business'],
	[2, ['application'], 'application']
] as const)('after %i talks and %j comes: %s', (talks, done, next) => {
	expect(nextRung(talks, done)).toBe(next);
});

test('no rung is skipped on the way up, and each has a name and says what it is', () => {
	const done: (typeof rungs)[number][] = [];
	for (const rung of rungs.slice(1, 4)) {
		expect(nextRung(1, done)).toBe(rung);
		done.push(rung);
	}
	expect(Object.keys(rungNames)).toEqual([...rungs]);
	expect(Object.keys(rungDescriptions)).toEqual([...rungs]);
	expect(plannedRungs).not.toContain('talk');
});

test('doing more never leads down', () => {
	const some = fc.array(fc.constantFrom(...rungs), { maxLength: 6 });
	fc.assert(
		fc.property(some, fc.constantFrom(...rungs), (done, more) => {
			const at = (list: (typeof done)[number][]) => rungs.indexOf(nextRung(1, list));
			expect(at([...done, more])).toBeGreaterThanOrEqual(at(done));
		})
	);
});
