import { inWords, sentenceCase } from '#kernel/number-text.ts';

/** What may be concluded about a theme (method.md 9). */
export const outcomes = ['pursue', 'test-further', 'park', 'let-go'] as const;
export type Outcome = (typeof outcomes)[number];

/** As they stand on a button. */
export const outcomeNames: Record<Outcome, string> = {
	pursue: 'Pursue',
	'test-further': 'Test further',
	park: 'Park',
	'let-go': 'Let go'
};

/** As they are told afterwards. */
export const outcomeText: Record<Outcome, string> = {
	pursue: 'You pursue it',
	'test-further': 'You test it further',
	park: 'It rests',
	'let-go': 'You let go of it'
};

/**
 * Says after a decision that interviews about its theme go on; begins with a space.
 * @param open whole number, 0 or more; empty for none
 */
export function goOnText(open: number): string {
	if (open === 0) return '';
	return open === 1
		? ' One interview about it goes on.'
		: ` ${sentenceCase(inWords(open))} interviews about it go on.`;
}

/** What became of a theme whose decision was withdrawn, as it is told. */
export const withdrawnText = {
	'as-before': 'Withdrawn. The theme is where it was before',
	rests: 'Withdrawn. All seats are taken, so the theme rests',
	'left-alone': 'Withdrawn. Your words are kept'
};
