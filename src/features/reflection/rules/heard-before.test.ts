import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentWords } from '#method/content-words.ts';
import { fold } from '#method/folding.ts';
import { EarlierInsights } from './heard-before.ts';

const of = (text: string, words = '') => ({ text, words });
const heardBefore = (insight: ReturnType<typeof of>, earlier: ReturnType<typeof of>[]) =>
	new EarlierInsights(earlier).closestTo(insight);

/** Similarity of two texts, 0 to 1, computed for the pair alone: the expected result of the index. */
function likeness(one: string, other: string): number {
	const [mine, theirs] = [contentWords(one), contentWords(other)];
	const fewest = Math.min(mine.size, theirs.size);
	if (fewest < 2) return fold(one) === fold(other) && fold(one) !== '' ? 1 : 0;
	return mine.intersection(theirs).size / fewest;
}

test('the same thought in other words is suggested, another thought is not', () => {
	const earlier = [
		of('Evening study for two years before anyone lets you near a pupil'),
		of('The pay is steady and low')
	];
	const close = of('Two years of evening study before you sit alone with a pupil');
	expect(heardBefore(close, earlier)).toBe(earlier[0]);
	expect(heardBefore(of('Nobody books an hour to cry'), earlier)).toBeUndefined();
	expect(heardBefore(of('Steady pay, though it stays low'), earlier)).toBe(earlier[1]);
	expect(heardBefore(of('The pay'), earlier)).toBeUndefined();
	expect(heardBefore(of('Something else', 'steady and low, the pay'), earlier)).toBe(earlier[1]);
});

test('common words carry nothing, and other scripts count too', () => {
	expect([...contentWords('It is what it is, and that is all')]).toEqual([]);
	const earlier = [of('Дети приходят по средам')];
	expect(heardBefore(of('дети приходят по средам'), earlier)).toBe(earlier[0]);
	expect(heardBefore(of(''), [of('')])).toBeUndefined();
});

const phrase = fc
	.array(fc.constantFrom('pay', 'low', 'letters', 'corridor', 'evening', 'the', 'a', 'pupil'), {
		maxLength: 9
	})
	.map((words) => words.join(' '));

test('what is suggested is one of the earlier ones', () => {
	fc.assert(
		fc.property(phrase, fc.array(phrase), (text, earlier) => {
			const rows = earlier.map((each) => of(each));
			const found = heardBefore(of(text), rows);
			if (found) expect(rows).toContain(found);
		})
	);
});

test('the closest is found by the words they share as it is one by one', () => {
	fc.assert(
		fc.property(phrase, fc.array(phrase, { maxLength: 8 }), (text, earlier) => {
			const found = heardBefore(
				of(text),
				earlier.map((each) => of(each))
			);
			const best = Math.max(0, ...earlier.map((each) => likeness(text, each)));
			expect(found ? likeness(text, found.text) : 0).toBe(best >= 0.5 ? best : 0);
		})
	);
});

test('a talk held against a thousand insights answers at once', () => {
	const earlier = Array.from({ length: 1000 }, (_, index) =>
		of(`What an ordinary week of evening letters looks like, part ${index}`, 'low pay corridor')
	);
	const began = performance.now();
	const index = new EarlierInsights(earlier);
	for (let each = 0; each < 25; each += 1) index.closestTo(of(`An ordinary evening, part ${each}`));
	expect(performance.now() - began).toBeLessThan(400);
});
