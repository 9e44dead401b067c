import fc from 'fast-check';
import { expect, test } from 'vitest';
import { businessDaysAfter, businessDaysBetween, isBusinessDay } from './business-days.ts';
import { addDays, dayOf } from './clock.ts';

const plain = { zone: 'Europe/Stockholm', holidays: new Set<string>(), pauses: [] };
const friday = '2026-11-20T10:00:00.000Z';

test('one business day after a Friday is Monday', () => {
	expect(businessDaysAfter(friday, 1, plain)).toBe('2026-11-23');
	expect(businessDaysAfter(friday, 0, plain)).toBe('2026-11-20');
});

test('the day is the explorer’s own: late in Stockholm is still the day before in Toronto', () => {
	const night = '2026-11-23T23:30:00.000Z';
	expect(businessDaysAfter(night, 1, plain)).toBe('2026-11-25');
	expect(businessDaysAfter(night, 1, { ...plain, zone: 'America/Toronto' })).toBe('2026-11-24');
});

test('holidays and pauses do not count', () => {
	const calendar = {
		...plain,
		holidays: new Set(['2026-11-24']),
		pauses: [{ from: '2026-11-26', until: '2026-12-02' }]
	};
	expect(businessDaysAfter('2026-11-23T08:00:00.000Z', 2, calendar)).toBe('2026-12-03');
});

const calendars = fc.record({
	zone: fc.constantFrom('Europe/Stockholm', 'America/Toronto', 'Asia/Kolkata', 'Pacific/Apia'),
	holidays: fc
		.array(fc.integer({ min: 0, max: 120 }), { maxLength: 12 })
		.map((days) => new Set(days.map((day) => addDays('2026-11-01', day)))),
	pauses: fc.array(
		fc
			.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 10 }))
			.map(([from, length]) => ({
				from: addDays('2026-11-01', from),
				until: addDays('2026-11-01', from + length)
			})),
		{ maxLength: 3 }
	)
});
const instants = fc
	.date({ min: new Date('2026-11-01'), max: new Date('2027-01-31'), noInvalidDate: true })
	.map((date) => date.toISOString());

test('counting forth and back agree, and one always lands on a business day', () => {
	fc.assert(
		fc.property(
			instants,
			fc.integer({ min: 1, max: 30 }),
			calendars,
			(instant, count, calendar) => {
				const day = businessDaysAfter(instant, count, calendar);
				expect(isBusinessDay(day, calendar)).toBe(true);
				expect(businessDaysBetween(instant, day, calendar)).toBe(count);
				expect(day > dayOf(instant, calendar.zone)).toBe(true);
			}
		),
		{ numRuns: 200 }
	);
});

test('a pause never brings a date nearer', () => {
	fc.assert(
		fc.property(
			instants,
			fc.integer({ min: 0, max: 20 }),
			calendars,
			(instant, count, calendar) => {
				const without = businessDaysAfter(instant, count, { ...calendar, pauses: [] });
				expect(businessDaysAfter(instant, count, calendar) >= without).toBe(true);
			}
		),
		{ numRuns: 200 }
	);
});

test('it ends even where no business day ever comes', () => {
	const never = { ...plain, pauses: [{ from: '0001-01-01', until: '9999-12-31' }] };
	expect(businessDaysAfter(friday, 1, never) > '2030').toBe(true);
});
