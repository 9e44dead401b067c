import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '#kernel/clock.ts';
import { timeIn as clockIn } from '#method/local-text.ts';
import { cityOf, meetingSentence, meetingText, thereText } from './meeting-text.ts';
import { wallTimeAt } from './wall-time.ts';

const reader = { now: '2026-11-23T08:00:00.000Z', zone: 'Europe/Stockholm' };
const talk = {
	startsAt: '2026-12-01T15:00:00.000Z',
	partnerZone: 'Europe/Lisbon',
	minutes: 15,
	medium: 'phone',
	place: '+351 21 000 0000'
} as const;

test('a meeting reads as one sentence', () => {
	expect(meetingSentence(talk, reader)).toBe(
		'Tuesday 1 December at 16:00, 15:00 in Lisbon, 15 minutes by phone'
	);
	expect(meetingText(talk, reader)).toMatchObject({ time: '16:00', there: '15:00 in Lisbon' });
});

test('the partner’s time stands only where their clock shows another one', () => {
	expect(thereText(talk.startsAt, reader.zone, 'Europe/Berlin')).toBe('');
	expect(thereText(talk.startsAt, reader.zone, null)).toBe('');
	expect(meetingSentence({ ...talk, partnerZone: null }, reader)).toBe(
		'Tuesday 1 December at 16:00, 15 minutes by phone'
	);
});

test('another day there is said, and another year', () => {
	expect(thereText(talk.startsAt, reader.zone, 'Asia/Tokyo')).toBe('00:00 on Wednesday in Tokyo');
	const inJanuary = { ...talk, startsAt: '2027-01-04T15:00:00.000Z' };
	expect(meetingText(inJanuary, reader).day).toBe('Monday 4 January 2027');
});

test('a zone is labelled by its city', () => {
	expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
	expect(cityOf('UTC')).toBe('UTC');
});

test('texts without Temporal equal those with it', () => {
	const zones = fc.constantFrom('UTC', ...Intl.supportedValuesOf('timeZone'));
	const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01') });
	fc.assert(
		fc.property(dates, zones, (date, zone) => {
			fc.pre(!Number.isNaN(date.getTime()));
			const instant = date.toISOString();
			expect(`${dayOf(instant, zone)}T${clockIn(zone, instant)}`).toBe(wallTimeAt(instant, zone));
		})
	);
});
