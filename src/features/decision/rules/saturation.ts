import type { Heard } from '../schemas.ts';

/**
 * Thematic saturation: whether enough was heard of a theme to compare it (method.md 8; Guest, Namey
 * & Chen 2020, PLoS ONE 15(5)): the share of new insights in the last talks against the first ones.
 */
interface Criterion {
	/** number of first talks whose new insights are the base */
	base: number;
	/** number of last talks, in which few insights may be new */
	run: number;
	/** most new insights in the last talks per one in the base */
	most: number;
}

/** Criterion for "enough to compare" [D]. */
export const ENOUGH: Criterion = { base: 3, run: 2, most: 0.2 };
/** Strict criterion, as the study recommends. */
export const STRICT: Criterion = { base: 4, run: 2, most: 0.05 };
/** Number of talks from which saturation can be assessed. */
export const TALKS_FOR_VERDICT = ENOUGH.base + ENOUGH.run;
/** Fewer insights per talk than this make a theme look saturated too early. */
export const SHALLOW_BELOW = 6;

export type Saturation = Omit<Heard, 'silent' | 'shallow'>;
type Ratio = Pick<Heard, 'inBase' | 'inRun' | 'ratio'>;

const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0);

/**
 * The study's ratio: new insights in the last talks (N) over those in the base (B).
 * @param fresh number of new insights per talk, in the order of the talks
 */
export function ratioOf(fresh: readonly number[], { base, run }: Criterion): Ratio {
	const inBase = sum(fresh.slice(0, base));
	const inRun = sum(fresh.slice(base).slice(-run));
	return { inBase, inRun, ratio: inBase === 0 ? null : inRun / inBase };
}

function holds(fresh: readonly number[], criterion: Criterion): boolean {
	const { ratio } = ratioOf(fresh, criterion);
	const enoughTalks = fresh.length >= criterion.base + criterion.run;
	return enoughTalks && ratio !== null && ratio <= criterion.most;
}

/** Assesses saturation. @param fresh new insights of each talk about the theme, in their order */
export function saturation(fresh: readonly number[]): Saturation {
	const ratio = ratioOf(fresh, ENOUGH);
	const talksLeft = Math.max(0, TALKS_FOR_VERDICT - fresh.length);
	const answer = (heard: Heard['heard']): Saturation => ({ ...ratio, heard, talksLeft });
	if (fresh.length === 0) return answer('nothing');
	if (talksLeft > 0) return answer('too-early');
	if (ratio.ratio === null) return answer('undefined');
	if (!holds(fresh, ENOUGH)) return answer('still-new');
	return answer(holds(fresh, STRICT) ? 'strict' : 'enough');
}

/** Whether talks have so few insights that a theme looks saturated too early. */
export function isShallow(insights: number, talks: number): boolean {
	return talks > 0 && insights / talks < SHALLOW_BELOW;
}

/**
 * Chance that something was heard at least once, 1-(1-p)^n.
 * @param share p, share of people who would mention it, 0 to 1
 * @param talks n, number of talks held
 */
export function chanceHeard(share: number, talks: number): number {
	return 1 - (1 - share) ** talks;
}
