import type { Instant } from '#kernel/clock.ts';
import type { ClosingReason } from './closing-reasons.ts';

/** A date that may not have come yet; a store's null and a missing field mean the same. */
export type When = Instant | null | undefined;

/** What happened in one interview: its state, all of it. */
export interface InterviewFacts {
	wishedAt: Instant;
	askedAt?: When;
	/** the one chaser went out */
	chasedAt?: When;
	/** any reply; it stops the clock */
	answeredAt?: When;
	/** a time is agreed */
	agreedAt?: When;
	heldAt?: When;
	thankedAt?: When;
	closedAt?: When;
	closedBecause?: ClosingReason | null | undefined;
}
