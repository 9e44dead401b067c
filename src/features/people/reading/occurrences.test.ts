import { expect, test } from 'vitest';
import { occursMoreThan } from './occurrences.ts';

test('counts up to the limit and one further', () => {
	expect(occursMoreThan(0, '"', '')).toBe(false);
	expect(occursMoreThan(0, '"', 'a"')).toBe(true);
	expect(occursMoreThan(2, '"', '"a"')).toBe(false);
	expect(occursMoreThan(2, '"', '"""')).toBe(true);
});
