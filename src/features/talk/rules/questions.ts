import { questionsThatFit } from '#features/preparation/rules/fit.ts';
import { questionsLeft } from './clock.ts';
import type { TalkTiming } from './timing.ts';

/** A question of the brief. */
export interface BriefQuestion {
	id: string;
	text: string;
}

export interface QuestionOnScreen {
	/** null if the brief has no question left and none was shown */
	text: string | null;
	/** "Question 3 of 5", "Last question", "One more question" */
	place: string;
	/** the next question, null before the closing line */
	next: BriefQuestion | null;
}

/** Follow-up to each question: listing exhaustively finds what matters (method.md 5). */
export const PROBE = 'Then ask: what else?';

const wasAsked = ({ asked }: Pick<TalkTiming, 'asked'>, { id, text }: BriefQuestion): boolean =>
	asked.some(({ questionId, text: shown }) => questionId === id || shown === text);

/**
 * The present question and the next one: in the agreed time, those that fit into it; in offered time, two
 * per five minutes, including those that did not fit before (method.md 5, 6).
 */
export function questionOnScreen(
	timing: Pick<TalkTiming, 'asked' | 'question' | 'extensions' | 'agreedMinutes'>,
	questions: readonly BriefQuestion[]
): QuestionOnScreen {
	const left = questionsLeft(timing);
	const fitting = questions.slice(0, questionsThatFit(timing.agreedMinutes));
	const notAsked = (question: BriefQuestion) => !wasAsked(timing, question);
	const next =
		left === undefined
			? (fitting.find(notAsked) ?? null)
			: left > 0
				? (questions.find(notAsked) ?? null)
				: null;
	const { question } = timing;
	if (!question) return { text: null, place: '', next };
	const number = fitting.findIndex(
		({ id, text }) => id === question.questionId || text === question.text
	);
	return { text: question.text, place: placeOf(number, fitting.length, next, left), next };
}

function placeOf(
	number: number,
	count: number,
	next: BriefQuestion | null,
	left: number | undefined
): string {
	if (left !== undefined) return next ? 'One more question' : 'Last question of the added time';
	if (!next) return 'Last question';
	return number < 0 ? 'Question' : `Question ${number + 1} of ${count}`;
}
