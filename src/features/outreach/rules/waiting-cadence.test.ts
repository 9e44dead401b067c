import { expect, test } from 'vitest';
import type { BusinessCalendar } from '#kernel/business-days.ts';
import { waitingCadence } from './waiting-cadence.ts';
import { isWaiting } from '#method/stage.ts';

const calendar: BusinessCalendar = {
	zone: 'Europe/Stockholm',
	holidays: new Set(),
	pauses: []
};
const wishedAt = '2026-11-02T09:00:00.000Z';
const askedAt = '2026-11-09T09:00:00.000Z'; // a Monday
const today = '2026-11-23';

test('only a request without an answer waits', () => {
	expect(isWaiting({ wishedAt })).toBe(false);
	expect(isWaiting({ wishedAt, askedAt })).toBe(true);
	expect(isWaiting({ wishedAt, askedAt, answeredAt: askedAt })).toBe(false);
	expect(isWaiting({ wishedAt, askedAt, closedAt: askedAt })).toBe(false);
	expect(waitingCadence({ wishedAt }, false, calendar, today)).toBeUndefined();
});

test('completed steps are omitted', () => {
	expect(waitingCadence({ wishedAt, askedAt }, false, calendar, today)).toEqual({
		quietFor: 10,
		secondPersonOn: '2026-11-12',
		followUpOn: '2026-11-18'
	});
	expect(waitingCadence({ wishedAt, askedAt }, true, calendar, today)).toEqual({
		quietFor: 10,
		followUpOn: '2026-11-18'
	});
	const followedUpAt = '2026-11-18T09:00:00.000Z';
	expect(waitingCadence({ wishedAt, askedAt, followedUpAt }, false, calendar, today)).toEqual({
		quietFor: 3,
		closeOn: '2026-11-27'
	});
});

test('a pause shifts what is left', () => {
	const paused = { ...calendar, pauses: [{ from: '2026-11-10', until: '2026-11-15' }] };
	expect(waitingCadence({ wishedAt, askedAt }, false, paused, today)).toEqual({
		quietFor: 6,
		secondPersonOn: '2026-11-18',
		followUpOn: '2026-11-24'
	});
});

test('a partner not to be contacted gets no follow-up and can only be closed', () => {
	const facts = { wishedAt, askedAt, doNotContactAt: askedAt };
	expect(waitingCadence(facts, false, calendar, today)).toEqual({ quietFor: 10, closeOn: today });
});
