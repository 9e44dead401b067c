import { expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { chosenTime, type EnteredTime } from './chosen-time.ts';

const now = '2026-10-01T08:00:00.000Z';
const zones = { mine: 'Europe/Stockholm', theirs: 'Europe/Lisbon' };
const said: EnteredTime = { day: '2026-10-06', time: '16:00', clock: 'mine' };

function refusalOf(
	change: Partial<EnteredTime>,
	both = { ...zones, theirs: null as string | null }
) {
	try {
		chosenTime({ ...said, ...change }, both, now);
	} catch (error) {
		if (error instanceof Refusal) return error;
	}
	throw new Error('It was not refused.');
}

test('a time of either zone is stored as instant, zone and wall time', () => {
	expect(chosenTime(said, zones, now)).toEqual({
		startsAt: '2026-10-06T14:00:00.000Z',
		zone: 'Europe/Stockholm',
		wallTime: '2026-10-06T16:00'
	});
	expect(chosenTime({ ...said, time: '15:00', clock: 'theirs' }, zones, now)).toEqual({
		startsAt: '2026-10-06T14:00:00.000Z',
		zone: 'Europe/Lisbon',
		wallTime: '2026-10-06T15:00'
	});
});

test('a time in the partner’s zone is refused without that zone', () => {
	const refusal = refusalOf({ clock: 'theirs' });
	expect(refusal).toMatchObject({ code: 'meetings.zone-missing' });
	expect(refusal.fields[0]?.field).toBe('partnerZone');
});

test('a time in the gap of a clock change is refused with the nearest times', () => {
	const { code, sentence } = refusalOf({ day: '2027-03-28', time: '02:30' });
	expect(code).toBe('meetings.no-such-time');
	expect(sentence).toContain(
		'There is no 02:30 on Sunday 28 March 2027 in Stockholm: the clocks jump from 01:59 to 03:00.'
	);
});

test('a time that comes twice needs a choice', () => {
	const twice = { day: '2026-10-25', time: '02:30' };
	const { code, sentence, fields } = refusalOf(twice);
	expect(code).toBe('meetings.time-twice');
	expect(fields[0]?.field).toBe('fold');
	expect(sentence).toContain('before the clocks go back (UTC+2) and after (UTC+1)');
	const at = (fold: 'first' | 'second') =>
		chosenTime({ ...said, ...twice, fold }, zones, now).startsAt;
	expect([at('first'), at('second')]).toEqual([
		'2026-10-25T00:30:00.000Z',
		'2026-10-25T01:30:00.000Z'
	]);
});

test('fold is ignored for a time that comes once', () => {
	expect(chosenTime({ ...said, fold: 'second' }, zones, now).startsAt).toBe(
		chosenTime(said, zones, now).startsAt
	);
});

test.each([
	['yesterday', { day: '2026-09-30' }, 'meetings.in-the-past', 'day'],
	['an hour ago', { day: '2026-10-01', time: '09:00' }, 'meetings.in-the-past', 'time'],
	['this very minute', { day: '2026-10-01', time: '10:00' }, 'meetings.in-the-past', 'time'],
	['two years ahead', { day: '2028-10-06' }, 'meetings.too-far', 'day']
])('%s is refused', (_, change, code, field) => {
	const refusal = refusalOf(change);
	expect([refusal.code, refusal.fields[0]?.field]).toEqual([code, field]);
	expect(refusal.sentence).toContain('Nothing was changed.');
});

test('the same day in a year is still near enough', () => {
	expect(chosenTime({ ...said, day: '2027-10-01' }, zones, now).wallTime).toBe('2027-10-01T16:00');
});
