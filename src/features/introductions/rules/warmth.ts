import type { Channel } from '#method/channels.ts';

/** Comfort of each channel for somebody who dislikes cold calls, 0 to 1 [D]. */
const comfort: Record<Channel, number> = {
	network: 1,
	school: 0.7,
	association: 0.4,
	direct: 0
};

/** Assumed answer to "confidence to contact a stranger" if none was given: the middle of 1 to 5. */
const middle = 3;
/** Weight of comfort at the lowest confidence; at full confidence it is 0 and only the rates count [D]. */
const mostComfort = 0.5;

/**
 * The channels from the warmest to the coldest: by the expected share of yes, weighted with comfort
 * the more, the lower the explorer's confidence to contact strangers (method 1 and 2, S6).
 * @param means expected share of yes in each channel, 0 to 1
 * @param confidence self-rating, 1 to 5, if given
 */
export function warmestFirst(
	means: Record<Channel, number>,
	confidence: number = middle
): Channel[] {
	const weight = (mostComfort * (5 - confidence)) / 4;
	const warmth = (channel: Channel): number =>
		(1 - weight) * means[channel] + weight * comfort[channel];
	return (Object.keys(comfort) as Channel[]).toSorted(
		(one, other) => warmth(other) - warmth(one) || comfort[other] - comfort[one]
	);
}

/** One sentence for each channel on why it can feel easy. */
export const channelWarmthText: Record<Channel, string> = {
	network:
		'Someone who knows you both asks first. You write only to people who have already said yes.',
	school:
		'You write to a school office, and answering is part of their work. Alumni are used to questions about their training.',
	association:
		'Everyone is there to meet people. You bring one opening line, and a question about the speech you just heard together.',
	direct:
		'You write to someone you do not know, about their work. If they say no, you both lose very little.'
};
