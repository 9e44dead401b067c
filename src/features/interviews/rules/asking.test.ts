import { describe, expect, it } from 'vitest';
import { mayAsk, type AskingFacts } from './asking.ts';
import { countInSeason } from './season.ts';

const now = '2026-11-23T09:00:00.000Z';
const partner: AskingFacts['partner'] = {
	name: 'Joan Whitcombe',
	doNotContact: false,
	openRequest: false,
	askedBefore: []
};
const facts: AskingFacts = {
	interview: { wishedAt: '2026-11-09T08:00:00.000Z' },
	themeIsOpen: true,
	outreach: 'open',
	waiting: 4,
	partner,
	goals: 1,
	answeringSources: 1,
	now
};
const thrice = ['2026-08-25T09:00:00.001Z', '2026-10-01T09:00:00.000Z', '2026-11-01T09:00:00.000Z'];
const codes = (change: Partial<AskingFacts>): string[] =>
	mayAsk({ ...facts, ...change }).map((refusal) => refusal.code);

describe('mayAsk', () => {
	it('allows a request when nothing refuses it', () => {
		expect(codes({})).toEqual([]);
	});

	it.each<[string, Partial<AskingFacts>]>([
		['interviews.closed', { interview: { ...facts.interview, closedAt: now } }],
		['interviews.asked-already', { interview: { ...facts.interview, askedAt: now } }],
		['people.do-not-contact', { partner: { ...partner, doNotContact: true } }],
		['themes.not-open', { themeIsOpen: false }],
		['outreach.too-soon', { outreach: 'closed' }],
		['outreach.too-soon', { outreach: 'closed', overrideReason: ' ' }],
		['outreach.open-request', { partner: { ...partner, openRequest: true } }],
		['outreach.capacity', { partner: { ...partner, askedBefore: thrice } }],
		['outreach.capacity', { partner: { ...partner, askedBefore: [now], capacity: 1 } }],
		['outreach.five-waiting', { waiting: 5 }],
		['outreach.no-goal', { goals: 0 }],
		['outreach.no-source', { answeringSources: 0 }]
	])('refuses with %s', (code, change) => {
		expect(codes(change)).toEqual([code]);
	});

	it('takes an override with a reason', () => {
		expect(codes({ outreach: 'closed', overrideReason: 'Joan is in town this week' })).toEqual([]);
	});

	it('lists all refusals, those about the person first', () => {
		const all = {
			outreach: 'closed',
			goals: 0,
			partner: { ...partner, doNotContact: true }
		} as const;
		expect(codes(all)).toEqual(['people.do-not-contact', 'outreach.too-soon', 'outreach.no-goal']);
	});
});

it('counts a season of 90 days that rolls', () => {
	expect(countInSeason(thrice, now)).toBe(3);
	expect(countInSeason(['2026-08-25T09:00:00.000Z'], now)).toBe(0);
	expect(countInSeason(['2026-11-24T09:00:00.000Z'], now)).toBe(0);
});
