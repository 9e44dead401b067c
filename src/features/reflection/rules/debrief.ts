import { dayOf, type Instant } from '#kernel/clock.ts';
import { type Refusal, refuseConflict } from '#kernel/refusal.ts';
import type { Debrief } from '../schemas.ts';

/** The five debrief questions in their order (method 7). */
export const debriefSteps = ['surprised', 'liked', 'disliked', 'who-else', 'ask-next'] as const;
export type DebriefStep = (typeof debriefSteps)[number];

/** Text of each question, and its short name in "Next: what you disliked". */
export const debriefText: Record<DebriefStep, { question: string; next: string; help: string }> = {
	surprised: {
		question: 'What surprised you?',
		next: 'what surprised you',
		help: 'Write what was different from what you expected.'
	},
	liked: {
		question: 'What did you like?',
		next: 'what you liked',
		help: 'For example, a moment when you wanted to be in their place.'
	},
	disliked: {
		question: 'What did you dislike?',
		next: 'what you disliked',
		help: 'Write what you would not want to do every week, even if others accept it.'
	},
	'who-else': {
		question: 'Who else should you interview?',
		next: 'who else to interview',
		help: 'Name a person, or describe the kind of person you still need to hear from.'
	},
	'ask-next': {
		question: 'What will you ask next?',
		next: 'what to ask next',
		help: 'Write a question that this conversation raised.'
	}
};

/** The longest answer, in characters [D]. */
export const LONGEST_ANSWER = 4000;

/** Energy levels, 1 none to 5 plenty. */
export const energies = [1, 2, 3, 4, 5] as const;

/** Which field of the debrief holds the answer to a question. */
export const answerFields = {
	surprised: 'surprised',
	liked: 'liked',
	disliked: 'disliked',
	'who-else': 'whoElse',
	'ask-next': 'askNext'
} as const satisfies Record<DebriefStep, keyof Debrief>;

export type DebriefFacts = Omit<Debrief, 'changedAt' | 'doneAt'>;

/** The questions with an answer; energy levels alone answer the first one. */
export function answeredSteps(facts: DebriefFacts): ReadonlySet<DebriefStep> {
	const energized = facts.energyBefore !== null || facts.energyAfter !== null;
	const isAnswered = (step: DebriefStep): boolean =>
		facts[answerFields[step]].trim() !== '' || (step === 'surprised' && energized);
	return new Set(debriefSteps.filter(isAnswered));
}

/** The first question without an answer. */
export function firstOpen(answered: ReadonlySet<DebriefStep>): DebriefStep | undefined {
	return debriefSteps.find((step) => !answered.has(step));
}

/**
 * The next question without an answer, then skipped ones.
 * @returns undefined when no other question is open
 */
export function stepAfter(
	step: DebriefStep,
	answered: ReadonlySet<DebriefStep>
): DebriefStep | undefined {
	const at = debriefSteps.indexOf(step);
	const others = [...debriefSteps.slice(at + 1), ...debriefSteps.slice(0, at)];
	return others.find((other) => !answered.has(other));
}

/** Whether the day of the talk has passed in the explorer's zone. @param zone IANA zone */
export function isLate(heldAt: Instant, now: Instant, zone: string): boolean {
	return dayOf(now, zone) > dayOf(heldAt, zone);
}

/**
 * Whether a debrief can be marked as done.
 * @returns `debrief.empty`, `debrief.done-already`, or undefined
 */
export function mayFinish(
	answered: ReadonlySet<DebriefStep>,
	doneAt: Instant | null
): Refusal | undefined {
	if (doneAt) {
		return refuseConflict(
			'debrief.done-already',
			'This debrief is already finished. Your answers are saved, and you can still edit them.'
		);
	}
	if (answered.size > 0) return undefined;
	return refuseConflict(
		'debrief.empty',
		'This debrief has no answers yet. Nothing was changed. Answer at least one question, then finish the debrief.'
	);
}
