import { expect, test } from 'vitest';
import { checkOpening, placeholdersIn } from './mail-merge.ts';
import { readText } from '#method/text-check/reading.ts';

const quotes = (text: string) =>
	placeholdersIn(readText('body', text)).map(({ from, to }) => text.slice(from, to));

test('placeholders of many kinds', () => {
	expect(quotes('Dear {{name}}, at [Company] <first name> %FIRSTNAME% *|FNAME|* «Anrede»')).toEqual(
		['{{name}}', '[Company]', '<first name>', '%FIRSTNAME%', '*|FNAME|*', '«Anrede»']
	);
	expect(quotes('Your work at XXX and ____ and INSERT NAME HERE')).toEqual([
		'XXX',
		'____',
		'INSERT NAME HERE'
	]);
});

test('text that resembles a placeholder', () => {
	expect(
		quotes('See [1], <https://example.org>, <ana@example.org>, [sic], [text](https://a.b), 50 % of')
	).toEqual([]);
});

test.each([
	'To whom it may concern,',
	'Dear Sir or Madam,',
	'Dear Sir/Madam,',
	'Dear Mr./Ms.,',
	'Respected Sir,',
	'Greetings of the day!',
	'Hi there,',
	'Dear Hiring Manager,',
	'I hope this message finds you well.',
	'I hope this finds you well.',
	'Hope all is well!',
	'I hope you are having a lovely week.'
])('generic: %s', (text) => {
	expect(checkOpening(readText('body', text), 'Karin')[0]).toMatchObject({
		code: 'generic-opening',
		sentence: 'This line could be in any message. Begin with Karin.'
	});
});

test.each([
	'Dear Joan, I hope you will not mind a note from me.',
	'You were there when the bell fell.',
	'Hi Theresa,',
	'Dear Professor Anand,'
])('not generic: %s', (text) => {
	expect(checkOpening(readText('body', text), undefined)).toEqual([]);
});
