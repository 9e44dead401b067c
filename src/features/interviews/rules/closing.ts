import { type Refusal, refuseConflict } from '#kernel/refusal.ts';
import { closingReasons, type ClosingReason } from '#method/closing-reasons.ts';
import type { InterviewFacts } from '#method/interview-facts.ts';

/** Closing reasons: "no answer" only after a request, "declined" only before the talk. */
export function reasonsToClose(facts: InterviewFacts): ClosingReason[] {
	if (facts.heldAt) return ['theme-rests', 'forgotten', 'other'];
	const asked: ClosingReason[] =
		facts.askedAt && !facts.answeredAt && !facts.agreedAt ? ['no-answer'] : [];
	return [...asked, 'declined', 'not-now', 'wrong-person', 'theme-rests', 'forgotten', 'other'];
}

/**
 * Whether an interview may be closed for a reason (method 3: kindly, as "no answer").
 * @returns `interviews.closed-already`, `interviews.closing-reason`, or undefined
 */
export function mayClose(facts: InterviewFacts, reason: ClosingReason): Refusal | undefined {
	if (facts.closedAt) {
		return refuseConflict(
			'interviews.closed-already',
			'This interview is already closed. Your notes are kept. Reopen it if you want to continue.'
		);
	}
	if (reasonsToClose(facts).includes(reason)) return undefined;
	return refuseConflict(
		'interviews.closing-reason',
		`"${closingReasons[reason].name}" does not fit what happened so far. Nothing was changed. Choose another reason.`,
		'reason'
	);
}

/**
 * Whether a closed interview may be reopened.
 * @returns `interviews.open-already`, `interviews.stays-closed`, or undefined
 */
export function mayReopen(facts: InterviewFacts): Refusal | undefined {
	if (!facts.closedAt) {
		return refuseConflict(
			'interviews.open-already',
			'This interview is already open. Nothing was changed. You can continue with it.'
		);
	}
	const { stays } = closingReasons[facts.closedBecause ?? 'other'];
	return stays ? refuseConflict('interviews.stays-closed', stays) : undefined;
}
