import { inWords, sentenceCase } from '#kernel/number-text.ts';

/** Outcomes of a decision (method.md 9). */
export const outcomes = ['pursue', 'test-further', 'park', 'let-go'] as const;
export type Outcome = (typeof outcomes)[number];

/** Labels of buttons. */
export const outcomeNames: Record<Outcome, string> = {
	pursue: 'Pursue theme',
	'test-further': 'Test further',
	park: 'Move to parking lot',
	'let-go': 'Let go of theme'
};

/** Sentences for a decision that was made. */
export const outcomeText: Record<Outcome, string> = {
	pursue: 'You decided to pursue this theme',
	'test-further': 'You decided to test this theme further',
	park: 'You moved this theme to the parking lot',
	'let-go': 'You let go of this theme'
};

/**
 * Sentence for a confirmation: interviews about the theme continue. Begins with a space.
 * @param open number of interviews, 0 or more; an empty text for 0
 */
export function continuingText(open: number): string {
	if (open === 0) return '';
	return open === 1
		? ' One interview about this theme stays open.'
		: ` ${sentenceCase(inWords(open))} interviews about this theme stay open.`;
}

/** Sentence about the theme after a decision was withdrawn. */
export const withdrawnText = {
	'as-before': 'Decision withdrawn. The theme is as it was before',
	rests: 'Decision withdrawn. All places are taken, so the theme is in the parking lot',
	'left-alone': 'Decision withdrawn. Your text is saved'
};
