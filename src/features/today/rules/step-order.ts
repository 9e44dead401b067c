import { compareTexts } from '#kernel/texts.ts';
import { stepCodes, type Candidate, type Due } from './today-step.ts';

const dueOrder: readonly Due[] = ['overdue', 'today', 'soon', 'none'];

/**
 * Sorts steps by urgency, age and name. A talk today comes first, since its time is fixed; then
 * what is due first, and among steps due alike the order of `stepCodes`.
 */
export function inOrder(candidates: readonly Candidate[]): Candidate[] {
	return candidates.toSorted(
		(one, other) =>
			urgency(one) - urgency(other) ||
			compareTexts(one.since, other.since) ||
			compareTexts(one.name, other.name) ||
			compareTexts(one.step.about?.id ?? '', other.step.about?.id ?? '')
	);
}

function urgency({ step }: Candidate): number {
	if (step.code === 'talk' && step.due === 'today') return -1;
	return dueOrder.indexOf(step.due) * stepCodes.length + stepCodes.indexOf(step.code);
}
