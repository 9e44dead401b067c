import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBusinessDay, type BusinessCalendar } from '#kernel/business-days.ts';
import { addDays, addHours } from '#kernel/clock.ts';
import { planWaiting } from './cadence.ts';

const plain: BusinessCalendar = { zone: 'Europe/Stockholm', holidays: new Set(), pauses: [] };
const askedAt = '2026-11-23T09:00:00.000Z'; // a Monday

test('three, seven and seven more business days, weekends not counted', () => {
	expect(planWaiting({ askedAt }, plain, '2026-11-23')).toEqual({
		secondPersonOn: '2026-11-26',
		followUpOn: '2026-12-02',
		closeOn: '2026-12-11',
		due: 'none',
		waitedBusinessDays: 0
	});
});

test('each step is due from its date on', () => {
	const due = (today: string, followedUpAt?: string): string =>
		planWaiting({ askedAt, followedUpAt }, plain, today).due;
	expect(due('2026-11-25')).toBe('none');
	expect(due('2026-11-26')).toBe('second-person');
	expect(due('2026-12-01')).toBe('second-person');
	expect(due('2026-12-02')).toBe('follow-up');
	expect(due('2027-01-15')).toBe('follow-up');
	expect(due('2026-12-10', '2026-12-02T08:00:00.000Z')).toBe('none');
	expect(due('2026-12-11', '2026-12-02T08:00:00.000Z')).toBe('close');
});

test('a follow-up sent late moves the closing, and is never followed by a second', () => {
	const facts = { askedAt, followedUpAt: '2026-12-09T08:00:00.000Z' };
	expect(planWaiting(facts, plain, '2026-12-11')).toMatchObject({
		closeOn: '2026-12-18',
		due: 'none'
	});
	expect(planWaiting(facts, plain, '2027-03-01').due).toBe('close');
});

test('a follow-up not yet sent is counted from today', () => {
	expect(planWaiting({ askedAt }, plain, '2026-12-09').closeOn).toBe('2026-12-18');
});

test('holidays and pauses shift every date', () => {
	const calendar: BusinessCalendar = {
		...plain,
		holidays: new Set(['2026-11-24']),
		pauses: [{ from: '2026-11-27', until: '2026-12-06' }]
	};
	expect(planWaiting({ askedAt }, calendar, '2026-11-23')).toMatchObject({
		secondPersonOn: '2026-12-07',
		followUpOn: '2026-12-11',
		closeOn: '2026-12-22'
	});
});

test('the day is the day of the explorer, not of Greenwich', () => {
	const late = '2026-11-23T23:30:00.000Z'; // Tuesday in Auckland already
	expect(
		planWaiting({ askedAt: late }, { ...plain, zone: 'Pacific/Auckland' }, '2026-11-24')
	).toMatchObject({ secondPersonOn: '2026-11-27' });
});

test('waiting days are counted up to the reply', () => {
	const facts = { askedAt, answeredAt: '2026-11-27T10:00:00.000Z' };
	expect(planWaiting(facts, plain, '2026-12-20').waitedBusinessDays).toBe(4);
	expect(planWaiting({ askedAt }, plain, '2026-11-30').waitedBusinessDays).toBe(5);
});

const day = fc.integer({ min: 0, max: 700 }).map((count) => addDays('2026-01-01', count));
const pause = fc
	.record({ from: day, length: fc.integer({ min: 0, max: 40 }) })
	.map(({ from, length }) => ({ from, until: addDays(from, length) }));
const calendars = fc.record({
	zone: fc.constantFrom('Europe/Stockholm', 'America/Toronto', 'Pacific/Auckland', 'Asia/Kolkata'),
	holidays: fc.array(day, { maxLength: 15 }).map((days) => new Set(days)),
	pauses: fc.array(pause, { maxLength: 3 })
});
const threads = fc
	.record({
		asked: fc.integer({ min: 0, max: 9000 }),
		followedUp: fc.option(fc.integer({ min: 0, max: 700 }), { nil: undefined })
	})
	.map(({ asked, followedUp }) => {
		const at = addHours('2026-01-01T00:00:00.000Z', asked);
		return {
			askedAt: at,
			followedUpAt: followedUp === undefined ? undefined : addHours(at, followedUp)
		};
	});
const few = { numRuns: 60 };

test('dates are ordered and are business days', () => {
	fc.assert(
		fc.property(threads, calendars, day, (facts, calendar, today) => {
			const plan = planWaiting(facts, calendar, today);
			expect(plan.secondPersonOn < plan.followUpOn).toBe(true);
			expect(plan.followUpOn <= plan.closeOn).toBe(true);
			for (const date of [plan.secondPersonOn, plan.followUpOn, plan.closeOn]) {
				expect(isBusinessDay(date, calendar)).toBe(true);
			}
		}),
		few
	);
});

test('a pause never makes a date earlier', () => {
	fc.assert(
		fc.property(threads, calendars, pause, day, (facts, calendar, more, today) => {
			const without = planWaiting(facts, calendar, today);
			const paused = planWaiting(facts, { ...calendar, pauses: [...calendar.pauses, more] }, today);
			expect(paused.secondPersonOn >= without.secondPersonOn).toBe(true);
			expect(paused.followUpOn >= without.followUpOn).toBe(true);
			expect(paused.closeOn >= without.closeOn).toBe(true);
			expect(paused.waitedBusinessDays).toBeLessThanOrEqual(without.waitedBusinessDays);
		}),
		few
	);
});

test('a reply or a closing always gives "none", a follow-up never a second one', () => {
	fc.assert(
		fc.property(threads, calendars, day, (facts, calendar, today) => {
			const at = addHours(facts.askedAt, 5);
			expect(planWaiting({ ...facts, answeredAt: at }, calendar, today).due).toBe('none');
			expect(planWaiting({ ...facts, closedAt: at }, calendar, today).due).toBe('none');
			const followedUp = planWaiting(
				{ ...facts, followedUpAt: facts.followedUpAt ?? at },
				calendar,
				today
			);
			expect(['none', 'close']).toContain(followedUp.due);
		}),
		few
	);
});
