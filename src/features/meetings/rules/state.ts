import { addMinutes, type Instant } from '#kernel/clock.ts';
import type { InterviewFacts } from '#method/interview-facts.ts';
import type { Agreed } from '../schemas.ts';

/**
 * How it stands with the time of an interview; each is a page of its own.
 * @param kept the meeting that stands, where one does
 * @param off one that was called off, where there is one
 * @returns `past` when an agreed talk should be over and nobody said how it went
 */
export function stateOf(
	{ heldAt, closedAt }: Pick<InterviewFacts, 'heldAt' | 'closedAt'>,
	kept: { startsAt: Instant; minutes: number } | undefined,
	off: object | undefined,
	now: Instant
): Agreed['state'] {
	if (closedAt) return 'closed';
	if (heldAt) return 'held';
	if (kept) return addMinutes(kept.startsAt, kept.minutes) <= now ? 'past' : 'agreed';
	return off ? 'cancelled' : 'open';
}
