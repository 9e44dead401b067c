import { expect, test } from 'vitest';
import { checkPressure } from './pressure.ts';
import { readText } from '#method/text-check/reading.ts';

test.each([
	'Please answer as soon as possible.',
	"I still haven't heard from you.",
	'Why have you not answered?',
	'I need an answer by Friday.',
	'This is the third time I write.',
	'You owe me a reply.',
	'Kindly revert at the earliest.'
])('presses: %s', (text) => {
	expect(checkPressure(readText('body', text))[0]?.code).toBe('pressure');
});

test.each([
	'It is not urgent at all.',
	'A no is fine, and I will not write again.',
	"If I don't hear back I will wish you good snow.",
	'No pressure, of course.'
])('does not press: %s', (text) => {
	expect(checkPressure(readText('body', text))).toEqual([]);
});
