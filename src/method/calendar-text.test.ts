import { expect, it } from 'vitest';
import {
	clockText,
	calendarDateText,
	momentText,
	mondayOf,
	nearDateText,
	shortDateText
} from './calendar-text.ts';

const now = '2026-11-23T09:00:00.000Z';

it('says dates in words', () => {
	expect(calendarDateText('2026-12-01')).toBe('1 December');
	expect(shortDateText('2026-09-21')).toBe('21 Sep');
});

it.each([
	['2026-11-22', 'yesterday'],
	['2026-11-23', 'today'],
	['2026-11-24', 'tomorrow'],
	['2026-11-26', 'Thursday'],
	['2026-11-29', 'Sunday'],
	['2026-11-30', '30 November'],
	['2026-11-20', '20 November']
])('says %s as %s on 23 November', (day, words) => {
	expect(nearDateText(day, '2026-11-23')).toBe(words);
});

it('takes day and clock from the zone', () => {
	expect(clockText('2026-11-23T15:00:00.000Z', 'Europe/Stockholm')).toBe('16:00');
	expect(momentText('2026-11-24T08:50:00.000Z', now, 'Europe/Stockholm')).toBe('tomorrow 09:50');
	expect(momentText('2026-11-24T03:00:00.000Z', now, 'America/Toronto')).toBe('today 22:00');
});

it.each([
	['2026-11-23', '2026-11-23'],
	['2026-11-29', '2026-11-23'],
	['2027-01-01', '2026-12-28']
])('finds the Monday of %s', (day, monday) => {
	expect(mondayOf(day)).toBe(monday);
});
