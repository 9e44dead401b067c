import { expect, test } from 'vitest';
import { planSearch, searchWords } from './search-plan.ts';

test('nothing to search for is no plan', () => {
	for (const typed of ['', '   ', '\n']) expect(planSearch(typed)).toBeUndefined();
});

test('short words count where a word begins with them, longer ones anywhere', () => {
	expect(planSearch('Li EDITOR')).toEqual({
		ranges: [
			{ key: 'name_key', prefix: 'li editor' },
			{ key: 'family_key', prefix: 'li editor' }
		],
		parts: [' li', 'editor']
	});
});

test('single letters look for names only', () => {
	expect(planSearch('m')?.parts).toEqual([]);
	expect(planSearch('j s')?.parts).toEqual([]);
	expect(planSearch('%_')?.parts).toEqual([]);
});

test('a name written without a space is divided wherever the family name may end', () => {
	const prefixes = planSearch('陈伟明')?.ranges.map(({ prefix }) => prefix);
	expect(prefixes).toEqual(['陈伟明', '陈伟明', '陈 伟明', '陈伟 明']);
	expect(planSearch('김민준')?.ranges).toHaveLength(4);
	expect(planSearch('mara')?.ranges).toHaveLength(2);
});

test('a very long search asks for eight words at most', () => {
	expect(planSearch('ab '.repeat(60))?.parts).toHaveLength(8);
});

test('words stand between spaces, so that the first and last are whole words too', () => {
	expect(searchWords('ana kowal', '', 'copy editor')).toBe(' ana kowal copy editor ');
});
