import { afterOneMore, type Estimate } from './evidence.ts';
import { density, distribution } from './normal-distribution.ts';
import { weighted } from './score.ts';

/** Talks that each theme needs before the value of another is compared (method.md 9). */
export const TALKS_FIRST = 2;
/** Least expected gain of one more talk, in points of the score (method.md 9). */
export const LEAST_GAIN = 0.005;

/** A theme as a candidate for the next talk. */
export interface Learning {
	themeId: string;
	talks: number;
	estimates: readonly Estimate[];
}

/** Expected gain of one more talk about a theme, in points of the score. */
export interface Gain {
	themeId: string;
	gain: number;
}

export type Next =
	| { kind: 'two-each'; themeId: string; talks: number; criterion: number | null }
	| { kind: 'worth'; themeId: string; criterion: number | null; gains: Gain[] }
	| { kind: 'enough'; gains: Gain[] };

/** Standard deviation of the change by one more talk: sqrt(sum w^2 (v - v')). */
export function movement(weights: readonly number[], estimates: readonly Estimate[]): number {
	return Math.sqrt(
		estimates.reduce((sum, each, index) => sum + uncertainty(weights[index] ?? 0, each), 0)
	);
}

/** w^2 (v - v'): reduction of the variance by one more talk about one criterion. */
function uncertainty(weight: number, { variance }: Estimate): number {
	return weight ** 2 * (variance - afterOneMore(variance));
}

/**
 * The expected value of one more talk, EVSI = g*(phi(z) - z*(1 - Phi(z))) with z = |gap|/g.
 * @param gap difference between the theme's score and the best other
 * @param move g, standard deviation of the change by one more talk
 * @returns points of the score, 0 or more
 */
export function expectedGain(gap: number, move: number): number {
	if (move === 0) return 0;
	const z = Math.abs(gap) / move;
	// In the far tail the difference is rounding error only.
	return Math.max(0, move * (density(z) - z * distribution(-z)));
}

/**
 * The criterion on which one more talk reduces the weighted variance most.
 * @returns its index, null without criteria
 */
export function criterionToAsk(
	weights: readonly number[],
	estimates: readonly Estimate[]
): number | null {
	let best: number | null = null;
	let most = 0;
	for (const [index, each] of estimates.entries()) {
		const telling = uncertainty(weights[index] ?? 0, each);
		if (telling > most) [best, most] = [index, telling];
	}
	return best;
}

/** Expected gain of one more talk about each theme, in the order of the themes. */
export function gainsOf(weights: readonly number[], themes: readonly Learning[]): Gain[] {
	const scores = themes.map(({ estimates }) =>
		weighted(
			weights,
			estimates.map(({ mean }) => mean)
		)
	);
	return themes.map(({ themeId, estimates }, index) => {
		if (themes.length === 1) return { themeId, gain: 0 };
		const best = Math.max(...scores.toSpliced(index, 1));
		const gap = (scores[index] ?? 0) - best;
		return { themeId, gain: expectedGain(gap, movement(weights, estimates)) };
	});
}

/**
 * Chooses what to learn next: two talks per theme first, evenly; then the theme with the highest
 * expected gain, while that is at least `LEAST_GAIN`.
 * @param themes in the order of their seats; at least one
 * @returns undefined without a theme
 */
export function nextToLearn(
	weights: readonly number[],
	themes: readonly Learning[]
): Next | undefined {
	const fewest = themes.reduce<Learning | undefined>(
		(least, each) => (least && least.talks <= each.talks ? least : each),
		undefined
	);
	if (!fewest) return undefined;
	if (fewest.talks < TALKS_FIRST) {
		const criterion = criterionToAsk(weights, fewest.estimates);
		return { kind: 'two-each', themeId: fewest.themeId, talks: fewest.talks, criterion };
	}
	const gains = gainsOf(weights, themes);
	const worth = gains.reduce((most, each) => (each.gain > most.gain ? each : most));
	const theme = themes.find((each) => each.themeId === worth.themeId);
	if (!theme || worth.gain < LEAST_GAIN) return { kind: 'enough', gains };
	const criterion = criterionToAsk(weights, theme.estimates);
	return { kind: 'worth', themeId: worth.themeId, criterion, gains };
}
