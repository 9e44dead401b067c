import type { Instant } from '#kernel/clock.ts';
import type { ClosingReason } from './closing-reasons.ts';

/** An instant, or null or undefined where it has not happened. */
export type When = Instant | null | undefined;

/** The dates of an interview, which are its whole state. */
export interface InterviewFacts {
	wishedAt: Instant;
	askedAt?: When;
	/** the follow-up was sent */
	followedUpAt?: When;
	/** any reply; it ends the waiting period */
	answeredAt?: When;
	/** a time is agreed */
	agreedAt?: When;
	heldAt?: When;
	thankedAt?: When;
	closedAt?: When;
	closedBecause?: ClosingReason | null | undefined;
}
