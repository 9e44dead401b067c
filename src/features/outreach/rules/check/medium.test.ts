import { expect, test } from 'vitest';
import { checkMedium, namesMedium } from './medium.ts';
import { readText } from '#method/text-check/reading.ts';

test.each([
	'Could we talk by phone?',
	'Could I give you a ring?',
	'Could we meet for coffee?',
	'Might I visit you at the lab?',
	'Would a video call suit you?',
	'Could we Zoom for 15 minutes?',
	'May I come to your office?',
	'Over a cup of tea perhaps?',
	'Happy to do Teams or phone.',
	'Would you take a 15-minute call?',
	'We could speak in person or virtually.',
	'Could I buy you a beer?',
	'We could go for a walk.'
])('named: %s', (text) => {
	expect(namesMedium(readText('body', text))).toBe(true);
});

test.each([
	'Could we talk for 15 minutes?',
	'I visited your website. Could we chat?',
	'Your work in video editing interests me. Could we talk?',
	'Coffee roasting is my dream. Would you tell me about it?',
	'I saw the call for papers. Could we speak?',
	'I worked in the telephone exchange. Could we speak?'
])('left open: %s', (text) => {
	const [finding] = checkMedium(readText('body', text), 'Joan');
	expect(finding?.code).toBe('medium-missing');
	expect(finding?.sentence).toContain('Joan has to guess');
});

test('the finding quotes the words for the interview', () => {
	const text = 'I liked your book. Would you have 15 minutes for a talk next week?';
	expect(checkMedium(readText('body', text), 'Joan')[0]?.quote).toBe('for a talk');
});
