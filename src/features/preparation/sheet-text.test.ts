import { describe, expect, it } from 'vitest';
import type { Brief, QuestionView } from './schemas.ts';
import { isFixed, nextStep } from './next-step.ts';
import { aboutLine, factsOf, fitText, knownText, waitingText } from './sheet-text.ts';

const moment = { now: '2026-11-20T08:00:00.000Z', zone: 'Europe/Stockholm' };
const question = (
	state: QuestionView['state'],
	more: Partial<QuestionView> = {}
): QuestionView => ({
	id: state,
	text: 'How large is the team?',
	about: 'Your own question',
	code: null,
	always: false,
	state,
	knownFrom: null,
	earlier: null,
	later: null,
	flags: [],
	checked: 'english',
	...more
});
const part = (code: Brief['parts'][number]['code'], done: boolean) => ({
	code,
	name: code,
	done,
	miss: done ? '' : 'missing'
});
const brief = {
	stage: 'agreed',
	minutes: 15,
	fit: 5,
	meeting: {
		startsAt: '2026-11-23T15:00:00.000Z',
		partnerZone: 'Europe/Lisbon',
		medium: 'phone'
	},
	person: { givenName: 'Inês', place: 'Lisbon' },
	dates: { askedAt: '2026-11-10T08:00:00.000Z', agreedAt: null, heldAt: null },
	request: { ready: true, misses: [] },
	questions: [question('fitting')],
	parts: [part('goals', true), part('script', false), part('answers', false)]
} as unknown as Brief;

describe('the sheet says', () => {
	it('when, on both clocks, for how long and how', () => {
		expect(factsOf(brief, moment)).toEqual([
			'Monday 23 November, 16:00',
			'15:00 in Lisbon',
			'15 minutes by phone'
		]);
		const near = { ...brief, meeting: { ...brief.meeting!, partnerZone: null, medium: null } };
		expect(factsOf(near, moment)).toEqual(['Monday 23 November, 16:00', '15 minutes']);
		expect(factsOf({ ...brief, meeting: null }, moment)).toEqual([
			'Lisbon',
			'15 minutes, no time agreed yet'
		]);
	});

	it('how many questions fit, and what waits', () => {
		expect(fitText(8, 20)).toBe('Questions: eight fit in 20 minutes');
		expect(waitingText(1, brief)).toMatch(/^One more question for extra time. Five fit in 15/);
		expect(waitingText(2, brief)).toMatch(/^Two more questions for extra time/);
	});

	it('who has the place of a known question', () => {
		const known = question('known', { knownFrom: 'Masthead' });
		expect(knownText(known, brief)).toBe(
			'Already known from “Masthead”. There is room for another question.'
		);
		expect(knownText(known, { ...brief, fit: 1 })).toMatch(/The next question moved up/);
	});

	it('what a question is about', () => {
		expect(aboutLine(question('fitting'))).toBe('Your own question');
		expect(aboutLine(question('fitting', { about: 'What they enjoy', code: 'enjoy' }))).toBe(
			'What they enjoy, the same for every partner'
		);
	});
});

describe('the next step', () => {
	const dates = { ...brief.dates, askedAt: null };

	it('is the request, then what misses first, then the talk', () => {
		expect(nextStep({ ...brief, dates, request: { ready: false, misses: [] } })).toBe(
			'before-writing'
		);
		expect(nextStep({ ...brief, dates })).toBe('write');
		expect(nextStep(brief)).toBe('script');
		expect(nextStep({ ...brief, dates: { ...dates, agreedAt: moment.now } })).toBe('script');
		expect(nextStep({ ...brief, parts: [part('goals', true)] })).toBe('complete');
	});

	it('is none once the talk was held or the interview closed', () => {
		expect(nextStep({ ...brief, stage: 'closed' })).toBe('as-it-was');
		expect(isFixed({ ...brief, dates: { ...dates, heldAt: moment.now } })).toBe(true);
		expect(isFixed(brief)).toBe(false);
	});
});
