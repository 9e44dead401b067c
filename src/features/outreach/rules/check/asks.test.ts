import { expect, test } from 'vitest';
import { checkAsks, checkQuestions } from './asks.ts';
import { readText } from '#method/text-check/reading.ts';

test.each([
	['Could we talk? Could you also introduce me to your editor?', 'introduce me to'],
	['Could we talk? Please also review my portfolio.', 'review my'],
	['Could we talk on the phone, and would you be my mentor?', 'mentor'],
	['Could we talk, and could I shadow you for a day?', 'shadow you'],
	['Could we talk? Could you send me your slides?', 'send me'],
	['Could we talk? Also, please fill in my survey.', 'fill in my survey'],
	['Would you send me your slides and introduce me to your editor?', 'introduce me to']
])('several: %s', (text, quote) => {
	expect(checkAsks(readText('body', text), 'Joan')[0]?.quote).toBe(quote);
});

test.each([
	'Could we talk by phone or in person, whichever suits?',
	'Could we talk? Please send me a time that suits.',
	'My friend put me in touch with you. Could we talk?',
	"I'd like to hear how you found your mentor. Could we talk?",
	"Could we talk? I'm not asking for an introduction.",
	'Could we talk? I can send you my questions beforehand.',
	'Could we talk? Could you pass my CV on?',
	'Could you send me your slides?'
])('one: %s', (text) => {
	expect(checkAsks(readText('body', text), 'Joan')).toEqual([]);
});

test('the fourth question is one too many', () => {
	expect(checkQuestions(readText('body', 'How? Why? When?'))).toEqual([]);
	const [finding] = checkQuestions(readText('body', 'How? Why? When? Where was it? Who?'));
	expect(finding).toMatchObject({ code: 'questions-many', quote: 'Where was it?' });
	expect(finding?.sentence).toContain('5 questions');
});
