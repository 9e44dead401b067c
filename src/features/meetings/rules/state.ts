import { addMinutes, type Instant } from '#kernel/clock.ts';
import type { InterviewFacts } from '#method/interview-facts.ts';
import type { Agreed } from '../schemas.ts';

/**
 * State of the agreed time of an interview, which determines the page.
 * @param present the meeting that is not cancelled, if any
 * @param cancelled a cancelled meeting, if any
 * @returns `past` when the meeting should be over and the interview is not marked as held
 */
export function stateOf(
	{ heldAt, closedAt }: Pick<InterviewFacts, 'heldAt' | 'closedAt'>,
	present: { startsAt: Instant; minutes: number } | undefined,
	cancelled: object | undefined,
	now: Instant
): Agreed['state'] {
	if (closedAt) return 'closed';
	if (heldAt) return 'held';
	if (present) return addMinutes(present.startsAt, present.minutes) <= now ? 'past' : 'agreed';
	return cancelled ? 'cancelled' : 'open';
}
