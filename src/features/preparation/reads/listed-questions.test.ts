import { describe, expect, it } from 'vitest';
import { coreQuestions } from '../rules/core-questions.ts';
import { toQuestionsView } from './listed-questions.server.ts';
import type { QuestionRow, SourceRow } from '../store.server.ts';

const core: QuestionRow[] = coreQuestions('network').map(({ code, text }, index) => ({
	id: code,
	code,
	text,
	rank: index + 1,
	knownSourceId: null,
	removedAt: null
}));
const own = (id: string, more: Partial<QuestionRow> = {}): QuestionRow => ({
	id,
	code: null,
	text: 'Is it hard?',
	rank: 10,
	knownSourceId: null,
	removedAt: null,
	...more
});
const masthead: SourceRow = {
	id: 'masthead',
	interviewId: 'interview',
	kind: 'organization',
	link: 'https://mare-alta.example/',
	title: 'Masthead',
	answers: 'Eleven people',
	whyYouAt: null
};

describe('questions as the page shows them', () => {
	const rows = [
		...core,
		own('mine'),
		own('known', { knownSourceId: 'masthead' }),
		own('orphan', { knownSourceId: 'a source that went' }),
		own('gone', { removedAt: '2026-11-23T08:00:00.000Z' })
	];
	const seen = toQuestionsView(rows, 5, [masthead]);
	const of = (id: string) => seen.find((each) => each.id === id);

	it('are in order: fitting, waiting, known, dropped', () => {
		expect(seen.map(({ state }) => state)).toEqual([
			...core.map(() => 'fitting'),
			'waiting',
			'known',
			'known',
			'removed'
		]);
	});

	it('say where each can move, from 1', () => {
		expect(of('days')).toMatchObject({ earlier: null, later: 2 });
		expect(of('began')).toMatchObject({ earlier: 3, later: 5 });
		expect(of('next')).toMatchObject({ earlier: 4, later: 6 });
		expect(of('mine')).toMatchObject({ earlier: 5, later: null });
		expect(of('known')).toMatchObject({ earlier: null, later: null });
	});

	it('say what they are about, and how they are asked', () => {
		expect(of('enjoy')).toMatchObject({ about: 'What they enjoy', always: true, flags: [] });
		expect(of('mine')).toMatchObject({ about: 'Your own question', always: false });
		expect(of('mine')?.flags.map(({ code }) => code)).toEqual(['closed']);
	});

	it('name the source, where it is still there', () => {
		expect(of('known')?.knownFrom).toBe('Masthead');
		expect(of('orphan')?.knownFrom).toBeNull();
	});
});
