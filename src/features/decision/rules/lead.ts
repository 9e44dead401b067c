import type { LeadView } from '../schemas.ts';
import { flipWeight, leadsWith } from './robust.ts';
import { chanceAhead, type Score } from './score.ts';
import { equalWeights, rankSum } from './weights.ts';

/** Least chance for a likely lead [D]. */
export const LIKELY_FROM = 0.75;
/** Least chance for a clear lead [D]. */
export const CLEAR_FROM = 0.9;
/** Scores equal to the second decimal are level [D]. */
const LEVEL_WITHIN = 0.005;

/** A theme with at least one talk about a criterion. */
export interface Contender {
	themeId: string;
	score: Score;
	/** shrunk means by criterion */
	means: readonly number[];
}

/** The weight of a criterion at which the leader falls behind the second. */
interface Flip {
	/** index of the criterion */
	criterion: number;
	/** its weight now, 0 to 1 */
	weight: number;
	/** the weight that flips the order, 0 to 1 */
	at: number;
}

/** The lead; themes are given by id, criteria by index. */
interface Lead extends Omit<LeadView, 'title' | 'others' | 'flips'> {
	others: { themeId: string; chance: number }[];
	flips: Flip[];
}

function closenessOf(leader: Contender, second: Contender, chance: number): LeadView['closeness'] {
	if (leader.score.score - second.score.score < LEVEL_WITHIN) return 'level';
	if (chance < LIKELY_FROM) return 'too-close';
	return chance < CLEAR_FROM ? 'likely' : 'clear';
}

/**
 * Finds the leading theme, with what chance it leads, and whether other weights change it
 * (method.md 9).
 * @param contenders themes in the order of their seats, which settles a tie
 * @returns undefined with fewer than two of them
 */
export function leadOf(
	weights: readonly number[],
	contenders: readonly Contender[]
): Lead | undefined {
	const ranked = contenders.toSorted((one, other) => other.score.score - one.score.score);
	const [leader, ...others] = ranked;
	const [second] = others;
	if (!leader || !second) return undefined;
	const chances = others.map((each) => ({
		themeId: each.themeId,
		chance: chanceAhead(leader.score, each.score)
	}));
	const stays = (by: (count: number) => number[]): boolean =>
		leadsWith(
			by(weights.length),
			leader.means,
			others.map(({ means }) => means)
		);
	return {
		themeId: leader.themeId,
		// A third theme with few talks may have a higher chance to win than the second.
		closeness: closenessOf(leader, second, Math.min(...chances.map(({ chance }) => chance))),
		others: chances,
		withEqual: stays(equalWeights),
		withRankSum: stays(rankSum),
		flips: flipsOf(weights, leader, second)
	};
}

function flipsOf(weights: readonly number[], leader: Contender, second: Contender): Flip[] {
	return weights
		.flatMap((weight, criterion) => {
			const at = flipWeight(weights, leader.means, second.means, criterion);
			return at === null ? [] : [{ criterion, weight, at }];
		})
		.toSorted((one, other) => Math.abs(one.at - one.weight) - Math.abs(other.at - other.weight));
}
