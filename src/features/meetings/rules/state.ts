import { addMinutes, type Instant } from '#kernel/clock.ts';
import type { InterviewFacts } from '#method/interview-facts.ts';
import type { Agreed } from '../schemas.ts';

/**
 * State of the agreed time of an interview, which determines the page.
 * @param kept the present meeting, if any
 * @param off a cancelled meeting, if any
 * @returns `past` when the meeting should be over and the interview is not marked as held
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
