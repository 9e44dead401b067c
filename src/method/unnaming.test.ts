import { expect, test } from 'vitest';
import { isNamed, namesIn, unnamed } from './unnaming.ts';

test.each([
	[
		'Zebulon Quixworth',
		'ZEBULON QUIXWORTH thought we should meet.',
		'Somebody thought we should meet.'
	],
	[
		'Zebulon Quixworth',
		'Hello,\n\nZebulon told me. Zebulon’s idea',
		'Hello,\n\nSomebody told me. Somebody’s idea'
	],
	[
		'Will Jo',
		'I will tell Jo and Will. John joined.',
		'I will tell somebody and somebody. John joined.'
	],
	['Zoë de la Cruz', 'Through Zoë Cruz, de facto', 'Through somebody somebody, de facto'],
	['C++ (Mr.)', 'From C++ (Mr.) himself', 'From somebody himself'],
	['田中', '昨日田中さんと話した', '昨日somebodyさんと話した'],
	['نور الهدى', 'قالت نور الهدى', 'قالت somebody'],
	['🙂', 'Hello 🙂', 'Hello somebody']
])('%s goes out of "%s"', (name, text, left) => {
	expect(unnamed(text, namesIn(name, 'Petra Lund'))).toBe(left);
});

test('what the partner is called by too stays, and so does half of a longer name', () => {
	const names = namesIn('Jo Quixworth', 'Jo Lund');
	expect(unnamed('Hello Jo, Quixworth and Quixworthy', names)).toBe(
		'Hello Jo, somebody and Quixworthy'
	);
	expect(isNamed('Only Jo', names)).toBe(false);
	expect(isNamed('Quixworth alone', namesIn('Jo Quixworth'))).toBe(false);
});
