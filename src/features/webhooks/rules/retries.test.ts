import { expect, test } from 'vitest';
import { addHours, addMinutes } from '#kernel/clock.ts';
import { hasFailedTooLong, MOST_TRIES, nextTry, olderStillSigns, abandonedAt } from './retries.ts';

const now = '2026-11-23T08:00:00.000Z';

test('pauses grow, and all tries together take most of a day', () => {
	const waits: number[] = [];
	for (let tries = 1; tries < MOST_TRIES; tries += 1) {
		waits.push(Date.parse(nextTry(tries, now) ?? '') - Date.parse(now));
	}
	expect(waits).toEqual([...waits].sort((a, b) => a - b));
	const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000;
	expect(hours).toBeGreaterThan(20);
	expect(hours).toBeLessThan(24);
});

test('nothing follows the last attempt, and one without outcome is repeated soon', () => {
	expect(nextTry(MOST_TRIES, now)).toBeUndefined();
	expect(abandonedAt(now)).toBe(addMinutes(now, 5));
});

test('five days of nothing but failures are enough', () => {
	expect(hasFailedTooLong(null, now)).toBe(false);
	expect(hasFailedTooLong(addHours(now, -119), now)).toBe(false);
	expect(hasFailedTooLong(addHours(now, -120), now)).toBe(true);
});

test('an older secret signs for a day', () => {
	expect(olderStillSigns(null, now)).toBe(false);
	expect(olderStillSigns(addHours(now, -23), now)).toBe(true);
	expect(olderStillSigns(addHours(now, -24), now)).toBe(false);
});
