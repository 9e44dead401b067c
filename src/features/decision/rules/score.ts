import type { Estimate } from './evidence.ts';
import { CENTRAL_80, distribution } from './normal-distribution.ts';

/** A theme's score with its spread (method.md 9). */
export interface Score {
	/** 1 to 5 */
	score: number;
	variance: number;
	/** lower bound of the spread: four times out of five the score lies above it and below `high` */
	low: number;
	/** upper bound; both within 1 to 5 */
	high: number;
}

/** Weighted sum. */
export function weighted(weights: readonly number[], values: readonly number[]): number {
	return weights.reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), 0);
}

/**
 * U = sum w*m, Var = sum w^2*v.
 * @param weights weights of the criteria, summing to 1
 * @param estimates the theme's estimates, in the same order
 */
export function scoreOfTheme(weights: readonly number[], estimates: readonly Estimate[]): Score {
	const score = weighted(
		weights,
		estimates.map(({ mean }) => mean)
	);
	const variance = weighted(
		weights.map((weight) => weight * weight),
		estimates.map((each) => each.variance)
	);
	const half = CENTRAL_80 * Math.sqrt(variance);
	return {
		score,
		variance,
		low: Math.max(1, score - half),
		high: Math.min(5, score + half)
	};
}

type Weighed = Pick<Score, 'score' | 'variance'>;

/** P(A beats B) = Phi((U_A - U_B) / sqrt(Var_A + Var_B)). @returns 0 to 1 */
export function chanceAhead(one: Weighed, other: Weighed): number {
	const spread = Math.sqrt(one.variance + other.variance);
	const gap = one.score - other.score;
	if (spread === 0) return gap === 0 ? 0.5 : Number(gap > 0);
	return distribution(gap / spread);
}
