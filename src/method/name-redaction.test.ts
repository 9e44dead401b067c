import { expect, test } from 'vitest';
import { containsName, namePatterns, redactNames } from './name-redaction.ts';

test.each([
	[
		'Zebulon Quixworth',
		'ZEBULON QUIXWORTH thought we should meet.',
		'Someone thought we should meet.'
	],
	[
		'Zebulon Quixworth',
		'Hello,\n\nZebulon told me. Zebulon’s idea',
		'Hello,\n\nSomeone told me. Someone’s idea'
	],
	[
		'Will Jo',
		'I will tell Jo and Will. John joined.',
		'I will tell someone and someone. John joined.'
	],
	['Zoë de la Cruz', 'Through Zoë Cruz, de facto', 'Through someone someone, de facto'],
	['C++ (Mr.)', 'From C++ (Mr.) himself', 'From someone himself'],
	['田中', '昨日田中さんと話した', '昨日someoneさんと話した'],
	['نور الهدى', 'قالت نور الهدى', 'قالت someone'],
	['🙂', 'Hello 🙂', 'Hello someone']
])('%s is redacted in "%s"', (name, text, redacted) => {
	expect(redactNames(text, namePatterns(name, 'Petra Lund'))).toBe(redacted);
});

test('parts that the name of the partner has too stay, and so does part of a longer word', () => {
	const names = namePatterns('Jo Quixworth', 'Jo Lund');
	expect(redactNames('Hello Jo, Quixworth and Quixworthy', names)).toBe(
		'Hello Jo, someone and Quixworthy'
	);
	expect(containsName('Only Jo', names)).toBe(false);
	expect(containsName('Quixworth alone', namePatterns('Jo Quixworth'))).toBe(false);
});
