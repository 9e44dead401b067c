import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { questionsThatFit } from './fit.ts';

it.each([
	[5, 3],
	[10, 3],
	[15, 5],
	[20, 8],
	[30, 12]
])('in %i minutes fit %i', (minutes, questions) => {
	expect(questionsThatFit(minutes)).toBe(questions);
});

it('never fits fewer in a longer talk', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 59 }), (minutes) => {
			expect(questionsThatFit(minutes + 1)).toBeGreaterThanOrEqual(questionsThatFit(minutes));
		})
	);
});
