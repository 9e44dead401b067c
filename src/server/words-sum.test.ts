import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areSeen, sumOfWords } from './words-sum.ts';

test('words are known by themselves and by their sum, which says nothing of them', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (words, others) => {
			expect(areSeen(words, words)).toBe(true);
			expect(areSeen(words, sumOfWords(words))).toBe(true);
			expect(areSeen(words, undefined)).toBe(true);
			expect(sumOfWords(words)).toMatch(/^sum:[\w-]{22}$/);
			if (words !== others) expect(areSeen(words, sumOfWords(others))).toBe(false);
		})
	);
});
