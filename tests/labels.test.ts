import { expect, test } from 'vitest';
import { pageStrings } from '../script/page-strings.ts';

/**
 * Labels of controls say what they do in a verb, or name where they lead: never a sentence, never a pronoun
 * that nobody can resolve from the label alone.
 */
const bad: Readonly<Record<string, RegExp>> = {
	'a pronoun without its noun': /\b(it|they|them|him|her|one of)\b|\b(this|that|these|those|one)$/i,
	'a sentence': /^(I|we|you|they|he|she|it|there|nobody|someone|somebody)\b|[.!]$/i,
	'what somebody did, instead of marking it': /^… (answered|asked|said|agreed|declined|named)\b/,
	'a verb of our own where there is a standard one':
		/^(keep|take|bring|let(?! go of)|put|say|look|think|note|forget|go on|go back|give)\b/i
};

test('every label of a control is a verb with its noun, or a name', () => {
	const controls = pageStrings().filter(({ kind }) => kind === 'control');
	expect(controls.length).toBeGreaterThan(300);
	const found = controls.flatMap(({ file, text }) =>
		Object.entries(bad)
			.filter(([, pattern]) => pattern.test(text))
			.map(([why]) => `${file}: “${text}” is ${why}`)
	);
	expect(found).toEqual([]);
});
