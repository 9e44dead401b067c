import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	eventStage,
	eventStageLabels,
	eventTime,
	schoolStage,
	schoolStageLabels
} from './channel-stages.ts';

const maybe = fc.constantFrom(null, '2026-11-23T08:00:00.000Z');
const at = '2026-11-23T08:00:00.000Z';
const school = { askedAt: null, answeredAt: null, connectedAt: null, declinedAt: null };
const event = { askedAt: null, invitedAt: null, attendedAt: null, calledOffAt: null };

test.each([
	['to-ask', school],
	['asked', { ...school, askedAt: at }],
	['answered', { ...school, askedAt: at, answeredAt: at }],
	['connected', { ...school, askedAt: at, answeredAt: at, connectedAt: at }],
	['declined', { ...school, askedAt: at, declinedAt: at }]
])('a school: %s', (stage, facts) => {
	expect(schoolStage(facts)).toBe(stage);
});

test.each([
	['planned', event],
	['asked', { ...event, askedAt: at }],
	['invited', { ...event, invitedAt: at }],
	['attended', { ...event, attendedAt: at }],
	['called-off', { ...event, invitedAt: at, calledOffAt: at }]
])('an event: %s', (stage, facts) => {
	expect(eventStage(facts)).toBe(stage);
});

test('every set of dates has a stage with a label', () => {
	fc.assert(
		fc.property(maybe, maybe, maybe, maybe, (askedAt, second, third, fourth) => {
			const ofSchool = { askedAt, answeredAt: second, connectedAt: third, declinedAt: fourth };
			expect(schoolStageLabels[schoolStage(ofSchool)]).toBeTruthy();
			const ofEvent = { askedAt, invitedAt: second, attendedAt: third, calledOffAt: fourth };
			expect(eventStageLabels[eventStage(ofEvent)]).toBeTruthy();
		})
	);
});

test('before, on and after the day', () => {
	expect(eventTime('2026-12-01', '2026-11-30')).toBe('ahead');
	expect(eventTime('2026-12-01', '2026-12-01')).toBe('today');
	expect(eventTime('2026-11-30', '2026-12-01')).toBe('after');
});
