import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EarlierInsights, likeness } from './heard-before.ts';
import { contentWords } from '#method/content-words.ts';

const of = (text: string, words = '') => ({ text, words });
const heardBefore = (insight: ReturnType<typeof of>, earlier: ReturnType<typeof of>[]) =>
	new EarlierInsights(earlier).closestTo(insight);

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
	expect(likeness('Дети приходят по средам', 'дети приходят по средам')).toBe(1);
	expect(likeness('', '')).toBe(0);
});

const phrase = fc
	.array(fc.constantFrom('pay', 'low', 'letters', 'corridor', 'evening', 'the', 'a', 'pupil'), {
		maxLength: 9
	})
	.map((words) => words.join(' '));

test('likeness lies between 0 and 1, and it does not matter who is first', () => {
	fc.assert(
		fc.property(phrase, phrase, (one, other) => {
			const like = likeness(one, other);
			expect(like).toBeGreaterThanOrEqual(0);
			expect(like).toBeLessThanOrEqual(1);
			expect(likeness(other, one)).toBe(like);
			if (contentWords(one).size > 1) expect(likeness(one, one)).toBe(1);
		})
	);
});

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
