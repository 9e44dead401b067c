import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, nameKeys, textKey } from './folding.ts';

describe('fold', () => {
	test.each([
		['Anna Thornton', 'anna thornton'],
		['  O’Rourke,  "Max" ', 'o rourke max'],
		['Müller-Lüdenscheid', 'muller ludenscheid'],
		['STRASSE Straße', 'strasse strasse'],
		['Łukasz Bjørn Đorđe Ægir Œdile Þóra Iğdır', 'lukasz bjorn dorde aegir oedile thora igdir'],
		['İstanbul', 'istanbul'],
		['Ελένη Παππάς ΠΑΠΠΑΣ', 'ελενη παππασ παππασ'],
		['Алёна Йовчева', 'алена иовчева'],
		['Anna 🌸 Marie👩‍🔬', 'anna marie'],
		['𝓐𝓷𝓷𝓪 Ｂｅｌｌ', 'anna bell'],
		['Hawaiʻi', 'hawai i'],
		['한 서연', '한 서연'],
		['がぎぐ', 'がぎぐ'],
		['欧阳·晓芳', '欧阳 晓芳'],
		['C3PO & R2-D2', 'c3po r2 d2'],
		['🌸', '']
	])('%s', (text, key) => {
		expect(fold(text)).toBe(key);
	});

	test('keeps marks that are letters in their script', () => {
		expect(fold('अनन्या शर्मा')).toBe('अनन्या शर्मा'.normalize('NFC'));
		expect(fold('น้ำผึ้ง')).toContain('ึ');
	});

	test('ignores joiners, so that both spellings are found', () => {
		expect(fold('می\u200cخواهم')).toBe(fold('میخواهم'));
	});

	test('folding twice changes nothing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
				expect(fold(fold(text))).toBe(fold(text));
			}),
			{ numRuns: 3000 }
		);
		for (let code = 1; code < 0x30000; code += 1) {
			const once = fold(`a${String.fromCodePoint(code)}b`);
			if (fold(once) !== once) expect.fail(code.toString(16));
		}
	});

	test('case never matters', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'aÄßøΣσЙłéIi ñ-Þ') }), (text) => {
				expect(fold(text.toUpperCase())).toBe(fold(text));
			})
		);
	});

	test('a key has single spaces inside, none around, and is well formed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const key = fold(text);
				expect(key).toBe(key.trim());
				expect(key).not.toMatch(/\s\s/);
				expect(key.isWellFormed()).toBe(true);
			})
		);
	});
});

describe('nameKeys', () => {
	test('given first and family first', () => {
		expect(nameKeys({ given: 'Zoë', family: 'Łęcki', name: 'Zoë Łęcki' })).toEqual({
			nameKey: 'zoe lecki',
			familyKey: 'lecki zoe'
		});
	});

	test('one part alone, or only the whole name', () => {
		const zoe = { nameKey: 'zoe', familyKey: 'zoe' };
		expect(nameKeys({ given: 'Zoë', family: '', name: 'Zoë' })).toEqual(zoe);
		expect(nameKeys({ given: '', family: 'Zoë', name: 'Zoë' })).toEqual(zoe);
		expect(nameKeys({ given: '', family: '', name: 'Zoë' })).toEqual(zoe);
	});

	test('a name without letters keeps its original', () => {
		expect(nameKeys({ given: '🌸', family: '', name: '🌸' }).nameKey).toBe('🌸');
		expect(nameKeys({ given: '', family: '', name: '!!!' }).familyKey).toBe('!!!');
	});
});

describe('textKey', () => {
	test('letters fold; a text without any is only itself', () => {
		expect(textKey('Łęcki & Söhne')).toBe(fold('Łęcki & Söhne'));
		expect(new Set(['🌸', '🌼', '!!!', '?', '—'].map(textKey)).size).toBe(5);
		expect(textKey(' 🌸 ')).toBe(textKey('🌸'));
		expect(textKey(' \n')).toBe('');
	});

	test('no key is empty but that of blanks, and a key is its own', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const key = textKey(text);
				expect(key === '').toBe(text.trim() === '');
				expect(textKey(key)).toBe(key);
			})
		);
	});
});
