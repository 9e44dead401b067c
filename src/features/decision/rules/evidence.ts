import { MIDDLE_SCORE } from '#features/reflection/rules/insight-score.ts';

/** Evidence about one criterion and its uncertainty (method.md 9). */

/** Estimate of a theme on one criterion. */
export interface Estimate {
	/** number of talks about it */
	talks: number;
	/** mean, 1 to 5, shrunk towards the middle when few talks speak to it */
	mean: number;
	/** variance; 1 without a talk, less with each */
	variance: number;
}

/**
 * Shrinks the talks' scores towards the middle: v = 1/(1+n), m = v*(3 + sum), which is the
 * posterior of a normal mean with tau2 = s2 = 1.
 * @param scores one per talk about the criterion, 1 to 5
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

/** Sum and count of the scores that each talk gave to one criterion. */
export type TalkScores<Talk> = Map<Talk, { sum: number; count: number }>;

/** Adds the score of an insight, 1 to 5, to its talk's sum. */
export function addScore<Talk>(scores: TalkScores<Talk>, talk: Talk, score: number): void {
	const before = scores.get(talk);
	if (!before) {
		scores.set(talk, { sum: score, count: 1 });
		return;
	}
	before.sum += score;
	before.count += 1;
}

/** Mean score per talk: each talk counts once per criterion. */
export function talkScores<Talk>(scores: TalkScores<Talk>): number[] {
	return [...scores.values()].map(({ sum, count }) => sum / count);
}
