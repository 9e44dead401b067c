import type { Channel } from '#method/channels.ts';
import { figures } from '#kernel/number-text.ts';
import type { ChannelRate } from '../schemas.ts';
import { quantile } from './beta-distribution.ts';

/** Beta priors of the channels, as pseudo-counts of yes and no before any answer (method 2) [D]. */
export const priors: Record<Channel, { yes: number; no: number }> = {
	network: { yes: 5, no: 5 },
	association: { yes: 5, no: 5 },
	school: { yes: 3, no: 7 },
	direct: { yes: 1, no: 9 }
};

/** Probability that a range covers: the central 80 % (method 2). */
const covered = 0.8;
/** Interviews for which the number of requests is computed: three allow a first comparison of a theme [D]. */
export const talksWanted = 3;

export type Counts = Pick<ChannelRate, 'asked' | 'agreed' | 'held' | 'open'>;
export type Rate = Pick<ChannelRate, 'mean' | 'from' | 'to' | 'needed'>;

/**
 * Posterior share of yes of a channel: its Beta prior updated with the answers so far (method 2).
 * @param counts whole numbers of people; open requests count as neither yes nor no
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
 * Number of requests expected to bring `talks` interviews (method 2): ceil(talks / mean).
 * @param mean expected share of yes, above 0, at most 1
 */
export function invitationsNeeded(talks: number, mean: number): number {
	// 3 / 0.3 is 10.000000000000002 in floating point; 1e-9 keeps that from adding a request.
	return Math.ceil(talks / mean - 1e-9);
}

const inHundred = (share: number): number => Math.round(share * 100);

/** A rate in words: percentage of yes, its range, and the number of requests needed. */
export function rateText({ mean, from, to, needed }: Rate): string {
	return `About ${inHundred(mean)} % say yes (likely ${inHundred(from)} to ${inHundred(to)} %). To get three interviews, ask ${figures(needed)} people.`;
}
