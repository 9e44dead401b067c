import type { DebriefFacts, DebriefStep } from './debrief.ts';

/** Which field of the debrief holds the answer to a question. */
export const answerFields = {
	surprised: 'surprised',
	liked: 'liked',
	disliked: 'disliked',
	'who-else': 'whoElse',
	'ask-next': 'askNext'
} as const satisfies Record<DebriefStep, keyof DebriefFacts>;
