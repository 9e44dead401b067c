import { expect, test } from 'vitest';
import {
	bodyWithMedium,
	bodyWithMinutes,
	subjectWithMinutes
} from '#features/outreach/rules/adjust.ts';
import { mediumIn } from './media.ts';
import { asPhrase, themeInSentence, weekAhead } from './wording.ts';

test('a stored sentence becomes the middle of another, names keep their capital', () => {
	expect(asPhrase('How much of a week is editing?')).toBe('how much of a week is editing');
	expect(asPhrase(' You cook first. ')).toBe('you cook first');
	expect(asPhrase('Karin told me about you!')).toBe('Karin told me about you');
	expect(asPhrase('I read it twice')).toBe('I read it twice');
	expect(asPhrase('')).toBe('');
});

test('a theme begins small inside a sentence, unless it is a name or an abbreviation', () => {
	expect(themeInSentence('Magazine editing')).toBe('magazine editing');
	expect(themeInSentence('UX research')).toBe('UX research');
	expect(themeInSentence('French cooking')).toBe('French cooking');
	expect(themeInSentence('Écriture')).toBe('écriture');
});

test('the week proposed lies far enough ahead to choose', () => {
	const week = (day: string) => weekAhead(`${day}T09:00:00.000Z`, 'Europe/Stockholm');
	expect(week('2026-11-23')).toBe('the week of 30 November');
	expect(week('2026-11-25')).toBe('the week of 30 November');
	expect(week('2026-11-26')).toBe('the week of 7 December');
	expect(week('2026-11-29')).toBe('the week of 7 December');
});

test('another length is put where the text names one, in its own manner', () => {
	expect(subjectWithMinutes('Fifteen minutes about bees', 20)).toBe('Twenty minutes about bees');
	expect(subjectWithMinutes('15 minutes about bees', 10)).toBe('10 minutes about bees');
	expect(subjectWithMinutes('About bees', 10)).toBe('About bees');
	expect(bodyWithMinutes('Would you have 10 to 15 minutes for me?', 20)).toBe(
		'Would you have 20 minutes for me?'
	);
	expect(bodyWithMinutes('Could we talk for half an hour?', 15)).toBe(
		'Could we talk for 15 minutes?'
	);
	expect(bodyWithMinutes('It took me ten minutes by train.', 20)).toBe(
		'It took me ten minutes by train.'
	);
});

test('another medium replaces the words for it, and nothing else', () => {
	expect(bodyWithMedium('Could we talk by phone, or In Person?', 'by video')).toBe(
		'Could we talk by video, or by video?'
	);
	expect(bodyWithMedium('Could we talk?', 'by phone')).toBe('Could we talk?');
});

test('the medium that a text speaks of is chosen beside it', () => {
	expect(mediumIn('a talk by phone')).toBe('phone');
	expect(mediumIn('meet in person')).toBe('in-person');
	expect(mediumIn('a video call')).toBe('video');
	expect(mediumIn('a talk')).toBeUndefined();
});
