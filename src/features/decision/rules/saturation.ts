import type { Heard } from '../schemas.ts';

/**
 * Whether one has heard enough of a theme to compare it (method.md 8; Guest, Namey & Chen 2020,
 * PLoS ONE 15(5)): how many of the things in the last talks are new, against the first ones.
 */
interface Criterion {
	/** talks at the start whose new insights are the base */
	base: number;
	/** talks at the end in which hardly anything may be new */
	run: number;
	/** new ones in the run for each one in the base, at most */
	most: number;
}

/** Enough to compare [D]. */
export const ENOUGH: Criterion = { base: 3, run: 2, most: 0.2 };
/** As strict as the study's own recommendation. */
export const STRICT: Criterion = { base: 4, run: 2, most: 0.05 };
/** It can be told after this many talks. */
export const TALKS_FOR_VERDICT = ENOUGH.base + ENOUGH.run;
/** Fewer insights a talk than this, and a theme looks exhausted too early. */
export const SHALLOW_BELOW = 6;

export type Saturation = Omit<Heard, 'silent' | 'shallow'>;
type Ratio = Pick<Heard, 'inBase' | 'inRun' | 'ratio'>;

const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0);

/**
 * N/B of one criterion.
 * @param fresh new insights of each talk, in the order of the talks
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

/** @param fresh new insights of each talk that spoke to the theme, in the order of the talks */
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

/** @returns whether so few insights a talk make a theme look exhausted too early */
export function isShallow(insights: number, talks: number): boolean {
	return talks > 0 && insights / talks < SHALLOW_BELOW;
}

/**
 * The chance to have heard of something, 1-(1-p)^n.
 * @param share of people who would mention it, 0 to 1
 * @param talks held
 */
export function chanceHeard(share: number, talks: number): number {
	return 1 - (1 - share) ** talks;
}
