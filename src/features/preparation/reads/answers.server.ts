import type { Scope } from '#server/scope.server.ts';
import { derivedId } from './derived-id.server.ts';
import { defaultAnswers, defaultQuestions, type DefaultAnswer } from '../rules/answers.ts';
import { answersOf, type AnswerRow } from '../store.server.ts';

export interface PreparedAnswer extends AnswerRow {
	/** which of the house's three it is; null for one of the explorer's own */
	house: DefaultAnswer | null;
	rank: number;
	/** while it is not written, the house's has no such instant */
	addedAt?: string;
}

/** The answers of an interview: the house's three, written or not, then the explorer's own. */
export async function preparedAnswers(
	scope: Scope,
	{ interviewId, themeTitle }: { interviewId: string; themeTitle: string }
): Promise<PreparedAnswer[]> {
	const rows = await answersOf(scope, interviewId);
	const asks = defaultQuestions(themeTitle);
	const three = defaultAnswers.map((house, index) => {
		const id = derivedId(interviewId, `answer:${house}`);
		const answer = rows.find((row) => row.id === id)?.answer ?? '';
		return { id, house, question: asks[house], answer, rank: index + 1 };
	});
	const ids = new Set(three.map(({ id }) => id));
	const own = rows.filter(({ id }) => !ids.has(id)).map((row) => ({ ...row, house: null }));
	return [...three, ...own];
}
