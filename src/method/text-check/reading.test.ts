import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords, readText } from './reading.ts';

test('sentences end at marks and at short lines, not at titles or wrapped lines', () => {
	const text =
		'Dear Dr. Salcedo,\nMr. Pell of the school in York wrote that you would not mind a note\nfrom me. Could we talk? Thanks\nNed';
	expect(readText('body', text).sentences.map(({ from, to }) => text.slice(from, to))).toEqual([
		'Dear Dr. Salcedo,',
		'Mr. Pell of the school in York wrote that you would not mind a note\nfrom me.',
		'Could we talk?',
		'Thanks',
		'Ned'
	]);
});

test('words hold a letter or a digit', () => {
	expect(countWords(' Hello – Joan,  15 minutes ? ')).toBe(4);
	expect(countWords('')).toBe(0);
});

test('flattening moves nothing', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const reading = readText('body', text);
			expect(reading.plain.length).toBe(text.length);
			for (const sentence of reading.sentences) {
				expect(reading.plain.slice(sentence.from, sentence.to)).toBe(sentence.plain);
			}
		})
	);
});
