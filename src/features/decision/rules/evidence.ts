import { MIDDLE_SCORE } from '#features/reflection/rules/insight-score.ts';

/** What talks have to say about one criterion, and how sure that makes us (method.md 9). */

/** What is known of a theme on one criterion. */
export interface Estimate {
	/** talks that speak to it */
	talks: number;
	/** 1 to 5, drawn towards the middle by how little is known */
	mean: number;
	/** 1 without a talk, less with each */
	variance: number;
}

/**
 * Shrinks the talks' scores towards the middle: v = 1/(1+n), m = v*(3 + sum), which is the
 * posterior of a normal mean with tau2 = s2 = 1.
 * @param scores one for each talk that speaks to the criterion, 1 to 5
 */
export function estimate(scores: readonly number[]): Estimate {
	const variance = 1 / (1 + scores.length);
	const sum = scores.reduce((total, score) => total + score, 0);
	return { talks: scores.length, mean: variance * (MIDDLE_SCORE + sum), variance };
}

/** The variance after one more talk: v' = 1/(1/v + 1). */
export function afterOneMore(variance: number): number {
	return 1 / (1 / variance + 1);
}

/** What each talk gave to one criterion. */
export type Given<Talk> = Map<Talk, { sum: number; count: number }>;

/** Adds the score of one insight, 1 to 5, to what its talk gave. */
export function give<Talk>(given: Given<Talk>, talk: Talk, score: number): void {
	const before = given.get(talk);
	if (!before) {
		given.set(talk, { sum: score, count: 1 });
		return;
	}
	before.sum += score;
	before.count += 1;
}

/** A talk counts once per criterion, with the mean of its insights there. */
export function talkScores<Talk>(given: Given<Talk>): number[] {
	return [...given.values()].map(({ sum, count }) => sum / count);
}
