import { expect, test } from 'vitest';
import { checkMinutes, minutesIn, mostMinutes, talkLengths } from './minutes.ts';
import { readText } from '#method/text-check/reading.ts';

const lengths = (text: string) => talkLengths(readText('body', text)).map((hit) => hit.minutes);
const codes = (text: string) => checkMinutes(readText('body', text)).map((hit) => hit.code);

test.each([
	['Could we talk for 15 minutes?', 15],
	['Would you have fifteen minutes?', 15],
	['Would you take a 20-minute call?', 20],
	['Could I have 10-15 min of your time?', 15],
	['Could we speak for ten to fifteen minutes?', 15],
	['Could we meet for half an hour?', 30],
	['May I have a quarter of an hour on the phone?', 15],
	['Could you spare 15mins?', 15],
	['15 or 20 minutes would be plenty.', 20],
	['Could we have a half-hour call?', 30],
	["I'd keep it to 15 minutes.", 15],
	['Could we talk for an hour?', 60],
	['Can we have a one-hour call?', 60],
	['Could I have 1.5 hours of your time?', 90],
	['Could we talk for an hour and a half?', 90]
])('%s', (text, minutes) => {
	expect(lengths(text)).toEqual([minutes]);
	expect(codes(text)).toEqual(minutes > mostMinutes ? ['minutes-over'] : []);
});

test.each([
	'Could we talk?',
	'I live 15 minutes from your office. Could we talk?',
	'It is a 20 minute walk. May I visit?',
	'I listened to your 40 minute talk. Could we speak?',
	'Could we meet at an hour that suits you?',
	'Could we speak within 24 hours?',
	'I took the course for 3 hours every day. Could we talk?'
])('no length: %s', (text) => {
	expect(codes(text)).toEqual(['minutes-missing']);
});

test('a vague length is what the finding points at', () => {
	const [finding] = checkMinutes(readText('body', 'Could we talk for a few minutes?'));
	expect(finding?.quote).toBe('a few minutes');
});

test('other durations beside the talk do not count against it', () => {
	expect(codes('It is an hour by train; could I visit for 15 minutes?')).toEqual([]);
	expect(codes('I work 12 hour shifts. Could we talk for 10 minutes?')).toEqual([]);
});

test('the longer end of a range counts', () => {
	expect(minutesIn('30 to 45 minutes')).toBe(45);
	expect(minutesIn('two hours')).toBe(120);
});

test('thirty minutes may be asked for, and not one more', () => {
	expect(mostMinutes).toBe(30);
	expect(codes('Would you have 30 minutes for a call?')).toEqual([]);
	expect(codes('Would you have 31 minutes for a call?')).not.toEqual([]);
	expect(codes('Would you have 45 minutes for a call?')).not.toEqual([]);
});
