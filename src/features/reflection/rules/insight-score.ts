import type { Stance, Strength } from './labels.ts';

/** Least strength of a strong insight (method 9). */
const STRONG: Strength = 3;

/** Score of a stance `between`, at any strength. */
export const MIDDLE_SCORE = 3;

export type Score = 1 | 2 | 3 | 4 | 5;

/**
 * Score of an insight (method 9): strongly against 1, against 2, between 3, for 4, strongly for 5.
 */
export function insightScore(stance: Stance, strength: Strength): Score {
	if (stance === 'between') return MIDDLE_SCORE;
	const strongly = strength >= STRONG;
	if (stance === 'for') return strongly ? 5 : 4;
	return strongly ? 1 : 2;
}
