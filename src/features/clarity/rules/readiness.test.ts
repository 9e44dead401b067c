import { describe, expect, it } from 'vitest';
import type { SoftAnswers } from './readiness-facts.ts';
import { emptyFacts, readyFacts } from './readiness-samples.ts';
import { readiness } from './readiness.ts';

const answers = readyFacts.answers as SoftAnswers;
const codes = (facts: Parameters<typeof readiness>[0], kind: string): string[] =>
	readiness(facts)
		.reasons.filter((reason) => reason.kind === kind)
		.map((reason) => reason.code);

describe('readiness', () => {
	it('is ready when all is there, and sends one to find people', () => {
		const result = readiness(readyFacts);
		expect(result).toMatchObject({ verdict: 'ready', outreach: 'open', help: 'self' });
		expect(result.nextTask).toMatchObject({ code: 'find-people', anchor: '/people' });
		expect(result.reasons.map((reason) => reason.sentence)).toEqual([
			'Three themes',
			'All themes are described',
			'Interests, strengths and values are listed',
			'Five criteria',
			'Your first theme is unchanged after two days',
			'Two other options, which is fine'
		]);
	});

	it('begins with a theme in an empty workspace', () => {
		const result = readiness(emptyFacts);
		expect(result).toMatchObject({ verdict: 'too-soon', outreach: 'closed', help: 'individual' });
		expect(result.nextTask.code).toBe('name-theme');
		expect(codes(emptyFacts, 'missing')).toEqual(['themes', 'self', 'criteria']);
		expect(codes(emptyFacts, 'warning')).toEqual(['soft-unanswered']);
	});

	it('is almost ready when one theme lacks one part, and names seat and part', () => {
		const themes = readyFacts.themes.map((theme) =>
			theme.seat === 3 ? { ...theme, setting: ' ' } : theme
		);
		const result = readiness({ ...readyFacts, themes });
		expect(result).toMatchObject({ verdict: 'almost', outreach: 'open', help: 'brief' });
		expect(result.reasons).toContainEqual({
			code: 'described',
			kind: 'missing',
			sentence: 'where and with whom, for Counselling'
		});
		expect(result.nextTask).toEqual({
			code: 'say-setting',
			sentence:
				'One more sentence about Counselling will make your questions as good as for your other themes.',
			action: 'Describe where and with whom',
			anchor: '/clarity#seat3'
		});
	});

	it('is too soon when two hard items miss, even with nothing to warn of', () => {
		const result = readiness({
			...readyFacts,
			values: 1,
			criteria: { count: 2, dealBreakers: 1, dealBreakersConsidered: true }
		});
		expect(result.verdict).toBe('too-soon');
		expect(result.nextTask).toMatchObject({ code: 'name-values', anchor: '/clarity#r-values' });
	});

	it('counts interests, strengths and values as one item and lists what is short', () => {
		const result = readiness({ ...readyFacts, interests: 2, strengths: 0 });
		expect(result.verdict).toBe('almost');
		expect(result.reasons.find((reason) => reason.code === 'self')?.sentence).toBe(
			'one more interest and three more strengths'
		);
	});

	it.each([
		[{ count: 3, dealBreakers: 1, dealBreakersConsidered: false }, 'done'],
		[{ count: 7, dealBreakers: 0, dealBreakersConsidered: true }, 'done'],
		[{ count: 5, dealBreakers: 0, dealBreakersConsidered: false }, 'missing'],
		[{ count: 2, dealBreakers: 2, dealBreakersConsidered: true }, 'missing'],
		[{ count: 8, dealBreakers: 1, dealBreakersConsidered: true }, 'missing']
	])('reads criteria %o as %s', (criteria, kind) => {
		const facts = { ...readyFacts, criteria };
		expect(codes(facts, kind)).toContain('criteria');
		expect(readiness(facts).verdict).toBe(kind === 'done' ? 'ready' : 'almost');
	});

	it.each([
		[0, 'done', 'ready'],
		[2, 'done', 'ready'],
		[3, 'warning', 'ready'],
		[5, 'warning', 'ready'],
		[6, 'fails', 'too-soon']
	])('reads %i alternatives as %s', (count, kind, verdict) => {
		const facts = { ...readyFacts, parkedCount: 0, otherOptions: count };
		expect(codes(facts, kind)).toContain('alternatives');
		expect(readiness(facts).verdict).toBe(verdict);
	});

	it('sharpens the focus before anything else when too many directions pull', () => {
		const result = readiness({ ...readyFacts, values: 0, parkedCount: 4, otherOptions: 3 });
		expect(result.nextTask.code).toBe('sharpen-focus');
	});

	it.each([
		['clarity', 2, true],
		['clarity', 3, false],
		['satisfaction', 1, true],
		['fear', 4, true],
		['fear', 3, false],
		['pressure', 5, true],
		['pressure', 2, false],
		['confidence', 2, true]
	] as const)('takes %s of %i as a warning: %s', (item, given, warns) => {
		const facts = { ...readyFacts, answers: { ...answers, [item]: given } };
		expect(codes(facts, 'warning')).toEqual(warns ? [`soft-${item}`] : []);
		expect(readiness(facts).verdict).toBe('ready');
	});

	it('tells a low answer as it was given', () => {
		const facts = { ...readyFacts, answers: { ...answers, confidence: 2 } };
		expect(readiness(facts).reasons.at(-1)?.sentence).toBe(
			'you rated your confidence to write to a stranger 2 of 5. Start with people you are introduced to.'
		);
	});

	it('is almost ready at two warnings', () => {
		const result = readiness({ ...readyFacts, answers: { ...answers, clarity: 2, fear: 5 } });
		expect(result.verdict).toBe('almost');
		expect(result.nextTask.code).toBe('ease-clarity');
	});

	it('promises no more than the page can do where talking helps', () => {
		const heavy = { ...readyFacts, answers: { ...answers, fear: 5, pressure: 4 } };
		expect(readiness(heavy).nextTask).toMatchObject({
			action: 'Talk it through',
			anchor: '/clarity#consult'
		});
	});

	it('stays ready with the five answers open, and asks for them', () => {
		const result = readiness({ ...readyFacts, answers: undefined });
		expect(result.verdict).toBe('ready');
		expect(result.nextTask.code).toBe('answer-check');
		expect(result.nextTask.anchor).toBe('/clarity#answers');
	});

	it('warns until the top theme has been on top for 24 hours', () => {
		const since = (topSince: string | undefined): string[] =>
			codes({ ...readyFacts, topSince }, 'warning');
		expect(since('2026-11-20T09:00:00.001Z')).toEqual(['top-theme']);
		expect(since('2026-11-20T09:00:00.000Z')).toEqual([]);
		expect(since(undefined)).toEqual(['top-theme']);
	});

	it('suggests a human counsellor at confidence 1 with pressure 5 only', () => {
		const heavy = { ...readyFacts, answers: { ...answers, confidence: 1, pressure: 5 } };
		expect(readiness(heavy)).toMatchObject({
			suggestCounsellor: true,
			verdict: 'almost',
			nextTask: { code: 'see-counsellor' }
		});
		const less = { ...readyFacts, answers: { ...answers, confidence: 1, pressure: 4 } };
		expect(readiness(less).suggestCounsellor).toBe(false);
	});

	it('asks one theme to rest when more than three are open', () => {
		const themes = [...readyFacts.themes, ...readyFacts.themes.slice(0, 1)];
		expect(readiness({ ...readyFacts, themes })).toMatchObject({
			verdict: 'almost',
			nextTask: { code: 'park-theme' }
		});
	});
});
