import { inWords, sentenceCase } from '#kernel/number-text.ts';

/** Outcomes of a decision (method.md 9). */
export const outcomes = ['pursue', 'test-further', 'park', 'let-go'] as const;
export type Outcome = (typeof outcomes)[number];

/** Labels of buttons. */
export const outcomeNames: Record<Outcome, string> = {
	pursue: 'Pursue',
	'test-further': 'Test further',
	park: 'Park',
	'let-go': 'Let go'
};

/** Sentences for a decision that was made. */
export const outcomeText: Record<Outcome, string> = {
	pursue: 'You pursue it',
	'test-further': 'You test it further',
	park: 'It rests',
	'let-go': 'You let go of it'
};

/**
 * Sentence for a confirmation: interviews about the theme continue. Begins with a space.
 * @param open number of interviews, 0 or more; an empty text for 0
 */
export function continuingText(open: number): string {
	if (open === 0) return '';
	return open === 1
		? ' One interview about it goes on.'
		: ` ${sentenceCase(inWords(open))} interviews about it go on.`;
}

/** Sentence about the theme after a decision was withdrawn. */
export const withdrawnText = {
	'as-before': 'Withdrawn. The theme is where it was before',
	rests: 'Withdrawn. All seats are taken, so the theme rests',
	'left-alone': 'Withdrawn. Your words are kept'
};
