import type { Channel } from '#method/channels.ts';
import { figures } from '#kernel/number-text.ts';
import type { Way } from '../schemas.ts';
import { quantile } from './beta.ts';

/** What we assume before anybody answered (method 2) [D]: so many said yes and no, as if they had been asked. */
export const priors: Record<Channel, { yes: number; no: number }> = {
	network: { yes: 5, no: 5 },
	association: { yes: 5, no: 5 },
	school: { yes: 3, no: 7 },
	direct: { yes: 1, no: 9 }
};

/** The share of probability that a range covers: four times out of five (method 2). */
const covered = 0.8;
/** Talks that the words plan for: the first three of a theme, enough to begin comparing [D]. */
export const talksWanted = 3;

export type Counts = Pick<Way, 'asked' | 'agreed' | 'held' | 'open'>;
export type Rate = Pick<Way, 'mean' | 'from' | 'to' | 'needed'>;

/**
 * What to expect of a channel: a Beta prior and the answers so far (method 2).
 * @param counts people, whole numbers; who still may answer counts as neither
 */
export function rateOf(channel: Channel, counts: Counts): Rate {
	const prior = priors[channel];
	const yes = prior.yes + counts.agreed;
	const no = prior.no + Math.max(0, counts.asked - counts.agreed - counts.open);
	const mean = yes / (yes + no);
	const tail = (1 - covered) / 2;
	return {
		mean,
		from: quantile(tail, yes, no),
		to: quantile(1 - tail, yes, no),
		needed: invitationsNeeded(talksWanted, mean)
	};
}

/**
 * How many to ask for so many talks (method 2): ceil(talks / mean).
 * @param mean share of yes, above 0, up to 1
 */
export function invitationsNeeded(talks: number, mean: number): number {
	// 3 / 0.3 is 10.000000000000002 to the machine; nobody is asked for a rounding error.
	return Math.ceil(talks / mean - 1e-9);
}

const inHundred = (share: number): number => Math.round(share * 100);

/** A rate as the page says it: how many in a hundred, from where to where, how many to ask. */
export function rateText({ mean, from, to, needed }: Rate): string {
	return `About ${inHundred(mean)} in 100 say yes, likely between ${inHundred(from)} and ${inHundred(to)}. For three talks ask ${figures(needed)}.`;
}
