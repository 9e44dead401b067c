import { expect, test } from 'vitest';
import { dayIn, shortDay } from './days.ts';

test('a date is the reader’s own', () => {
	expect(dayIn('2026-11-23T23:30:00.000Z', 'Europe/Stockholm')).toBe('2026-11-24');
	expect(dayIn('2026-11-23T23:30:00.000Z', 'America/New_York')).toBe('2026-11-23');
});

test('the year stands where it is not this one', () => {
	expect(shortDay('2026-11-21', '2026-11-23')).toBe('21 November');
	expect(shortDay('2027-03-01', '2026-11-23')).toBe('1 March 2027');
});
