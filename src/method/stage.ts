import type { InterviewFacts } from './interview-facts.ts';

export type Stage = 'to-ask' | 'asked' | 'agreed' | 'talked' | 'thanked' | 'closed';

/** The stages in their order, with the names of the board's columns. */
export const stageNames: Record<Stage, string> = {
	'to-ask': 'To ask',
	asked: 'Asked',
	agreed: 'Agreed',
	talked: 'Interviewed',
	thanked: 'Thanked',
	closed: 'Closed'
};

/**
 * The stage of an interview: the latest step that has a date, whatever is missing before it. An
 * introduced partner may agree without ever having been asked.
 */
export function stageOf(facts: InterviewFacts): Stage {
	if (facts.closedAt) return 'closed';
	if (facts.thankedAt) return 'thanked';
	if (facts.heldAt) return 'talked';
	if (facts.agreedAt) return 'agreed';
	return facts.askedAt ? 'asked' : 'to-ask';
}

/**
 * Whether a request waits for an answer: it counts towards the limit of five, and its waiting period
 * runs.
 */
export function isWaiting(facts: InterviewFacts): boolean {
	return stageOf(facts) === 'asked' && !facts.answeredAt;
}
