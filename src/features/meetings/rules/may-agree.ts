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
		'This talk took place, so what was agreed stays as it was. Nothing was changed; go on with your reflection.'
	);
}

export const agreedAlready = refuseConflict(
	'meetings.agreed-already',
	'A time is agreed on already, and it stands. Nothing was changed; move it instead, so that the same calendar entry moves for both of you.'
);

export const changedSince = refuseConflict(
	'meetings.changed-since',
	'This meeting was changed elsewhere meanwhile. Nothing was changed here; look at what is agreed on now, and do it again if it still fits.'
);

/** Whether a step is too long ago to be undone. */
export function isLate(at: Instant, now: Instant): boolean {
	return addHours(at, UNDO_HOURS) < now;
}
