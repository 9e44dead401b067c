import { expect, test } from 'vitest';
import { dayIn, shortDay, timeIn, whenSaid } from './when.ts';

const zone = 'Europe/Stockholm';
const now = '2026-11-23T09:42:00.000Z';

test('an instant is said as the explorer lives it', () => {
	expect(dayIn(zone, '2026-11-23T23:30:00.000Z')).toBe('2026-11-24');
	expect(timeIn(zone, now)).toBe('10:42');
	expect(timeIn('America/Toronto', now)).toBe('04:42');
	expect(whenSaid(now, now, zone)).toBe('Today at 10:42');
	expect(whenSaid('2026-11-22T21:15:00.000Z', now, zone)).toBe('Yesterday at 22:15');
	expect(whenSaid('2026-11-24T08:50:00.000Z', now, zone)).toBe('Tomorrow at 09:50');
	expect(whenSaid('2026-11-09T08:00:00.000Z', now, zone)).toBe('9 November');
});

test('another year stands with its date', () => {
	expect(shortDay('2027-01-04', '2026-11-23')).toBe('4 January 2027');
});
