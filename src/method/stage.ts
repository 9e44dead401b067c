import type { InterviewFacts } from './interview-facts.ts';

export type Stage = 'to-ask' | 'asked' | 'agreed' | 'talked' | 'thanked' | 'closed';

/** The stages in their order, as the board names its columns. */
export const stageNames: Record<Stage, string> = {
	'to-ask': 'To ask',
	asked: 'Asked',
	agreed: 'Agreed',
	talked: 'Talked',
	thanked: 'Thanked',
	closed: 'Closed'
};

/**
 * The stage of an interview. The furthest date decides, whatever is missing before it: an
 * introduced partner may agree without ever having been asked.
 */
export function stageOf(facts: InterviewFacts): Stage {
	if (facts.closedAt) return 'closed';
	if (facts.thankedAt) return 'thanked';
	if (facts.heldAt) return 'talked';
	if (facts.agreedAt) return 'agreed';
	return facts.askedAt ? 'asked' : 'to-ask';
}

/** Whether a request waits for an answer: it counts among the five, and its clock runs. */
export function isWaiting(facts: InterviewFacts): boolean {
	return stageOf(facts) === 'asked' && !facts.answeredAt;
}
