import { stepCodes, type Candidate, type Due } from './today-step.ts';

const dueOrder: readonly Due[] = ['overdue', 'today', 'soon', 'none'];

/**
 * The list in its one order: urgency, then age, then name. A talk today comes before everything,
 * for it happens at its hour whatever else is late; after it what is due first, and among what is
 * due alike the order of `stepCodes`.
 */
export function inOrder(candidates: readonly Candidate[]): Candidate[] {
	return candidates.toSorted(
		(one, other) =>
			urgency(one) - urgency(other) ||
			compare(one.since, other.since) ||
			compare(one.name, other.name) ||
			compare(one.step.about?.id ?? '', other.step.about?.id ?? '')
	);
}

function urgency({ step }: Candidate): number {
	if (step.code === 'talk' && step.due === 'today') return -1;
	return dueOrder.indexOf(step.due) * stepCodes.length + stepCodes.indexOf(step.code);
}

/** Bytewise, as the stores sort, so that the order is the same on every machine. */
function compare(one: string, other: string): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
