import { addHours, type Instant } from '#kernel/clock.ts';
import { type Refusal, refuseConflict } from '#kernel/refusal.ts';
import type { InterviewFacts } from '#method/interview-facts.ts';

/** Hours within which agreeing, moving or cancelling can be undone [D]. */
export const UNDO_HOURS = 1;

/** Refuses changes once the interview was held. @returns `meetings.held`, or undefined */
export function mayArrange({ heldAt }: Pick<InterviewFacts, 'heldAt'>): Refusal | undefined {
	if (!heldAt) return undefined;
	return refuseConflict(
		'meetings.held',
		'This conversation took place, so the agreed time cannot be edited. Nothing was changed. Continue with your reflection.'
	);
}

export const agreedAlready = refuseConflict(
	'meetings.agreed-already',
	'A time is already agreed. Nothing was changed. Reschedule the meeting instead, so that the same calendar entry moves for both of you.'
);

export const changedSince = refuseConflict(
	'meetings.changed-since',
	'This meeting was changed elsewhere in the meantime. Nothing was changed here. Check what is agreed now, and repeat your change if it still fits.'
);

/** Whether a step is too long ago to be undone. */
export function isLate(at: Instant, now: Instant): boolean {
	return addHours(at, UNDO_HOURS) < now;
}
