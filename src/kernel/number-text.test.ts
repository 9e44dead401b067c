import { expect, it } from 'vitest';
import { counted, figured, inWords, listed, sentenceCase } from './number-text.ts';

it('says numbers as a sentence needs them', () => {
	expect([0, 1, 12, 13, 12_400].map(inWords)).toEqual(['no', 'one', 'twelve', '13', '12,400']);
	expect(counted(1, 'theme')).toBe('one theme');
	expect(counted(2, 'more criterion', 'more criteria')).toBe('two more criteria');
	expect(counted(0, 'talk')).toBe('no talks');
	expect(figured(7, 'business day')).toBe('7 business days');
	expect(figured(1, 'minute')).toBe('1 minute');
});

it('lists and begins sentences', () => {
	expect(listed([])).toBe('');
	expect(listed(['a'])).toBe('a');
	expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
	expect(sentenceCase('three themes')).toBe('Three themes');
});
