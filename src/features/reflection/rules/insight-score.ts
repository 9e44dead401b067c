import type { Stance, Strength } from './labels.ts';

/** From here on an insight counts as strong; what is below it is plain (method 9). */
const STRONG: Strength = 3;

/** The score in the middle: neither for nor against, however strong. */
export const MIDDLE_SCORE = 3;

export type Score = 1 | 2 | 3 | 4 | 5;

/**
 * What an insight counts towards its criterion (method 9): strongly against 1, against 2, between
 * 3, for 4, strongly for 5.
 */
export function insightScore(stance: Stance, strength: Strength): Score {
	if (stance === 'between') return MIDDLE_SCORE;
	const strongly = strength >= STRONG;
	if (stance === 'for') return strongly ? 5 : 4;
	return strongly ? 1 : 2;
}
