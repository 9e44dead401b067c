import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUnchanged, digestOf } from './text-digest.ts';

test('a text matches itself and its digest, which does not reveal it', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (words, others) => {
			expect(isUnchanged(words, words)).toBe(true);
			expect(isUnchanged(words, digestOf(words))).toBe(true);
			expect(isUnchanged(words, undefined)).toBe(true);
			expect(digestOf(words)).toMatch(/^digest:[\w-]{22}$/);
			if (words !== others) expect(isUnchanged(words, digestOf(others))).toBe(false);
		})
	);
});
