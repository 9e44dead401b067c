import { expect, test } from 'vitest';
import { printedBrief } from './printed.ts';
import type { Brief } from './schemas.ts';

test('paper holds what is asked and said, not what waits, is known or unwritten', () => {
	const question = (state: string) => ({ state, text: `${state}?` });
	const brief = {
		goals: [{ text: 'How a week is spent' }],
		sources: [{ title: 'Masthead', answers: 'eleven people' }],
		questions: ['fitting', 'waiting', 'known', 'removed'].map(question),
		script: { text: 'I am Mara.' },
		answers: [{ answer: 'Four talks.' }, { answer: '' }],
		strengths: {
			offered: [
				{ text: 'Plain words', chosen: true },
				{ text: 'Exactness', chosen: false }
			],
			use: 'repeat theirs'
		}
	} as unknown as Brief;
	expect(printedBrief(brief)).toEqual({
		goals: ['How a week is spent'],
		sources: ['Masthead: eleven people'],
		questions: ['fitting?'],
		script: 'I am Mara.',
		answers: ['Four talks.'],
		strengths: 'Plain words: repeat theirs'
	});
});
