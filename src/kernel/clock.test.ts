import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, isZone, startOfDay, weekdayOf } from './clock.ts';

const days = fc
	.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const zones = fc.constantFrom(
	'UTC',
	'Europe/Stockholm',
	'America/St_Johns',
	'Asia/Kathmandu',
	'Pacific/Apia'
);

test('days are what Temporal says they are', () => {
	fc.assert(
		fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
			const plain = Temporal.PlainDate.from(day);
			expect(addDays(day, count)).toBe(plain.add({ days: count }).toString());
			expect(daysBetween(day, addDays(day, count))).toBe(count);
			expect(weekdayOf(day)).toBe(plain.dayOfWeek);
		})
	);
});

test('the date of an instant in a zone is what Temporal says it is', () => {
	fc.assert(
		fc.property(
			fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
			zones,
			(date, zone) => {
				const instant = date.toISOString();
				const expected = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();
				expect(dayOf(instant, zone)).toBe(expected.toString());
			}
		)
	);
});

test('a day begins when its clocks say so, also where midnight is skipped', () => {
	expect(startOfDay('2026-11-23', 'Europe/Stockholm')).toBe('2026-11-22T23:00:00.000Z');
	expect(dayOf(startOfDay('2026-03-29', 'Europe/Stockholm'), 'Europe/Stockholm')).toBe(
		'2026-03-29'
	);
	expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
});

test.each([
	['Europe/Stockholm', true],
	['Asia/Calcutta', true],
	['Mars/Olympus', false],
	['', false]
])('%s is a zone: %s', (zone, expected) => {
	expect(isZone(zone)).toBe(expected);
});
