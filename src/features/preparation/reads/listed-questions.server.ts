import { aboutText, isAlwaysAsked } from '../rules/core-questions.ts';
import { drawLine, earlierPlace, inSight, laterPlace } from '../rules/line.ts';
import { checkQuestion } from '../rules/question-check.ts';
import type { SeenQuestion } from '../schemas.ts';
import type { QuestionRow, SourceRow } from '../store.server.ts';

/** What an own question is about, as the page names it. */
export const ownQuestion = 'Your own question';

/** Places on the page begin with 1. */
const fromOne = (place: number | undefined): number | null =>
	place === undefined ? null : place + 1;

function seen(row: QuestionRow, state: SeenQuestion['state']): SeenQuestion {
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
 * Questions as the page shows them: those that fit, those that wait, those already known, those
 * let go, each with where it can move.
 * @param fit how many fit
 */
export function toQuestionsView(
	rows: readonly QuestionRow[],
	fit: number,
	sources: readonly SourceRow[]
): SeenQuestion[] {
	const line = drawLine(rows, fit);
	const titles = new Map(sources.map(({ id, title }) => [id, title]));
	const live = inSight(line).map((row, index) => ({
		...seen(row, index < line.kept.length ? ('kept' as const) : ('waiting' as const)),
		earlier: fromOne(earlierPlace(line, index)),
		later: fromOne(laterPlace(line, index))
	}));
	const known = line.known.map((row) => ({
		...seen(row, 'known'),
		knownFrom: titles.get(row.knownSourceId ?? '') ?? null
	}));
	return [...live, ...known, ...line.letGo.map((row) => seen(row, 'let-go'))];
}
