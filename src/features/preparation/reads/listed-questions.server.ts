import { aboutText, isAlwaysAsked } from '../rules/core-questions.ts';
import { drawLine, earlierPlace, liveQuestions, laterPlace } from '../rules/line.ts';
import { checkQuestion } from '../rules/question-check.ts';
import type { QuestionView } from '../schemas.ts';
import type { QuestionRow, SourceRow } from '../store.server.ts';

/** Topic of an own question on the page. */
export const ownQuestion = 'Your own question';

/** Places on the page begin with 1. */
const fromOne = (place: number | undefined): number | null =>
	place === undefined ? null : place + 1;

function toQuestionView(row: QuestionRow, state: QuestionView['state']): QuestionView {
	const { checked, flags } = checkQuestion(row.text);
	return {
		id: row.id,
		text: row.text,
		about: row.code ? aboutText[row.code] : ownQuestion,
		code: row.code,
		always: isAlwaysAsked(row.code),
		state,
		knownFrom: null,
		earlier: null,
		later: null,
		flags,
		checked
	};
}

/**
 * Views of questions: those that fit, wait, are known and were dropped, each with its possible
 * moves.
 * @param fit number that fits
 */
export function toQuestionsView(
	rows: readonly QuestionRow[],
	fit: number,
	sources: readonly SourceRow[]
): QuestionView[] {
	const line = drawLine(rows, fit);
	const titles = new Map(sources.map(({ id, title }) => [id, title]));
	const live = liveQuestions(line).map((row, index) => ({
		...toQuestionView(
			row,
			index < line.fitting.length ? ('fitting' as const) : ('waiting' as const)
		),
		earlier: fromOne(earlierPlace(line, index)),
		later: fromOne(laterPlace(line, index))
	}));
	const known = line.known.map((row) => ({
		...toQuestionView(row, 'known'),
		knownFrom: titles.get(row.knownSourceId ?? '') ?? null
	}));
	return [...live, ...known, ...line.removed.map((row) => toQuestionView(row, 'removed'))];
}
