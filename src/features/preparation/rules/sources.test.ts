import { describe, expect, it } from 'vitest';
import { answeringSources, makeSource, researchMisses, type Source } from './sources.ts';

const source = (kind: Source['kind'], answers = ''): Source => ({
	kind,
	link: 'https://www.example.org/masthead',
	title: 'Masthead',
	answers
});

describe('sources', () => {
	it('are kept with a clean link, and named after their site when untitled', () => {
		const typed = {
			...source('organization', ' two editors '),
			link: 'www.example.org',
			title: ' '
		};
		expect(makeSource(typed)).toEqual({
			kind: 'organization',
			link: 'https://www.example.org/',
			title: 'example.org',
			answers: 'two editors'
		});
	});

	it('refuse what is too long, at its field', () => {
		expect(() => makeSource({ ...source('field'), title: 'x'.repeat(201) })).toThrow(/title-long/);
		expect(() => makeSource(source('field', 'x'.repeat(501)))).toThrow(/answers-long/);
	});

	it('count as answering only when they say what they answer', () => {
		expect(answeringSources([source('field', ' '), source('field', 'the range')])).toHaveLength(1);
	});

	it.each([
		[[], 3, 3],
		[[source('partner')], 2, 2],
		[[source('partner'), source('partner'), source('partner')], 2, 2],
		[[source('partner'), source('organization'), source('field')], 0, 0]
	])('miss what the three sides of the research lack (%#)', (sources, count, kinds) => {
		const misses = researchMisses(sources);
		expect(misses.count).toBe(count);
		expect(misses.kinds).toHaveLength(kinds);
	});
});
