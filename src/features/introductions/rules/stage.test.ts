import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followUpsDueOn, introductionStage, writeBy } from './stage.ts';

const maybe = fc.constantFrom(null, '2026-11-23T08:00:00.000Z');
const facts = fc.record({
	agreedAt: maybe,
	introducedAt: maybe,
	lapsedAt: maybe,
	interviewId: fc.constantFrom(null, 'i')
});
const nothing = { agreedAt: null, introducedAt: null, lapsedAt: null, interviewId: null };
const at = '2026-11-23T08:00:00.000Z';

test.each([
	['offered', nothing],
	['agreed', { ...nothing, agreedAt: at }],
	['introduced', { ...nothing, introducedAt: at }],
	['lapsed', { ...nothing, agreedAt: at, introducedAt: at, lapsedAt: at }],
	['led', { ...nothing, agreedAt: at, interviewId: 'i' }]
] as const)('%s', (stage, dates) => {
	expect(introductionStage(dates)).toBe(stage);
});

test('every set of dates has one stage; an interview takes precedence', () => {
	fc.assert(
		fc.property(facts, (each) => {
			const stage = introductionStage(each);
			expect(stage === 'led').toBe(each.interviewId !== null);
			// A deleted interview leaves the stage that its dates say.
			expect(introductionStage({ ...each, interviewId: null })).not.toBe('led');
		})
	);
});

test('a day to write after the yes, the next day to follow up, over months and years', () => {
	expect(writeBy('2026-12-31T20:30:00.000Z')).toBe('2027-01-01T20:30:00.000Z');
	expect(followUpsDueOn('2026-02-28')).toBe('2026-03-01');
});
