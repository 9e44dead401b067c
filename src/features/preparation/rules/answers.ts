import { themeInSentence } from '#method/wording.ts';
import { secondsAloud } from './read-aloud.ts';

/** Most seconds of an answer read aloud (method 5). */
export const LONGEST_ANSWER_SECONDS = 45;

/** Questions that any partner may ask (method 5). */
export const defaultQuestionCodes = ['done-so-far', 'why-change', 'want-from-me'] as const;
export type DefaultQuestionCode = (typeof defaultQuestionCodes)[number];

/** Wording of these questions, the second one for the theme. @param theme its title */
export function defaultQuestions(theme: string): Record<DefaultQuestionCode, string> {
	return {
		'done-so-far': 'What have you done so far?',
		'why-change': `Why do you want to change to ${themeInSentence(theme)}?`,
		'want-from-me': 'What do you want from me?'
	};
}

/** Whether an answer is written and takes 45 seconds or less aloud (method 5). */
export function isReadyAnswer(answer: string): boolean {
	const seconds = secondsAloud(answer);
	return seconds > 0 && seconds <= LONGEST_ANSWER_SECONDS;
}
