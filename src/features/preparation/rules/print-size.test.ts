import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { printScales, printSize, type PrintedBrief } from './print-size.ts';

const short: PrintedBrief = {
	goals: ['How much of a week is editing, and how much is keeping people calm'],
	sources: ['Masthead: two editors, four freelancers, no interns'],
	questions: ['What did the last closing week look like, day by day?'],
	script: 'I am Mara.',
	answers: ['What do you want from me? Only how it is.'],
	strengths: 'Plain words'
};

it('prints a short brief at full size, and an endless one at the smallest', () => {
	expect(printSize(short)).toBe(0);
	expect(printSize({ ...short, script: 'word '.repeat(4000) })).toBe(printScales.length - 1);
});

it('never takes larger type for more text', () => {
	const text = fc.nat(600).map((length) => 'x'.repeat(length));
	fc.assert(
		fc.property(fc.array(text, { maxLength: 8 }), text, text, (answers, script, more) => {
			const size = printSize({ ...short, answers, script });
			expect(printSize({ ...short, answers, script: script + more })).toBeGreaterThanOrEqual(size);
			expect(printSize({ ...short, answers: [...answers, more], script })).toBeGreaterThanOrEqual(
				size
			);
		})
	);
});
