import { describe, expect, it } from 'vitest';
import { briefMisses, briefParts, briefProgress, type BriefFacts } from './brief.ts';
import { requestReady } from './request-ready.ts';
import type { Source } from './sources.ts';

const source = (kind: Source['kind'], answers = 'who works there'): Source => ({
	kind,
	link: 'https://example.org/',
	title: 'Masthead',
	answers
});
const brief: BriefFacts = {
	goals: ['How a week is spent', 'Whether one can begin at 38'],
	sources: [source('partner'), source('organization'), source('field')],
	questions: { chosen: 5, minutes: 15 },
	script: { seconds: 27 },
	answers: { done: 2, total: 3 },
	strength: { chosen: 1, use: true }
};
const miss = (facts: Partial<BriefFacts>): string[] =>
	briefMisses({ goals: brief.goals, sources: brief.sources, ...facts }).map((part) => part.miss);

describe('the brief', () => {
	it('says its parts as the page does', () => {
		expect(briefParts(brief).map((part) => part.name)).toEqual([
			'Two goals',
			'Three sources',
			'Five questions',
			'Opening script under a minute',
			'Prepared answers, 2 of 3',
			'Strength to use'
		]);
		expect(briefProgress(brief)).toBe('5 of 6 parts done for the conversation');
		expect(briefMisses(brief).map((part) => part.miss)).toEqual(['One answer is missing']);
	});

	it('has no brief without a goal', () => {
		expect(miss({ goals: [] })).toEqual(['No goal yet. One thing to learn is enough.']);
	});

	it('names the sides that the research lacks', () => {
		expect(miss({ sources: [source('partner')] })).toEqual([
			'Two sources are missing, about their organization and the field'
		]);
	});

	it('asks for as many questions as fit', () => {
		expect(miss({ questions: { chosen: 5, minutes: 15 } })).toEqual([]);
		expect(miss({ questions: { chosen: 4, minutes: 15 } })).toEqual(['One question is missing']);
		expect(miss({ questions: { chosen: 5, minutes: 20 } })).toEqual([
			'Three questions are missing'
		]);
	});

	it('keeps the script within a minute', () => {
		expect(miss({ script: { seconds: 60 } })).toEqual([]);
		expect(miss({ script: { seconds: 61 } })).toEqual([
			'The opening script takes 61 seconds aloud, 60 at most'
		]);
		expect(miss({ script: { seconds: 0 } })).toEqual(['The opening script is missing']);
	});

	it('asks for no part that is not offered', () => {
		expect(briefProgress({ goals: brief.goals, sources: brief.sources })).toBe(
			'2 of 2 parts done for the conversation'
		);
	});

	it('wants a strength, and a word on how it is used', () => {
		expect(miss({ strength: { chosen: 0, use: true } })).toEqual(['A strength is missing']);
		expect(miss({ strength: { chosen: 2, use: false } })).toEqual([
			'How you will use your strengths is missing'
		]);
	});
});

describe('requestReady', () => {
	it.each([
		[[], [], ['goal', 'source']],
		[['A week'], [], ['source']],
		[['A week'], [source('field', ' ')], ['why-you']],
		[[' '], [source('field')], ['goal']],
		[['A week'], [source('field', ''), source('partner')], []]
	])('needs a goal and a source behind the why-you (%#)', (goals, sources, codes) => {
		const result = requestReady(goals, sources);
		expect(result.misses.map((each) => each.code)).toEqual(codes);
		expect(result.ready).toBe(codes.length === 0);
	});
});
