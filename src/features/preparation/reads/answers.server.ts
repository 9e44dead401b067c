import type { Scope } from '#server/scope.server.ts';
import { derivedId } from './derived-id.server.ts';
import {
	defaultQuestionCodes,
	defaultQuestions,
	type DefaultQuestionCode
} from '../rules/answers.ts';
import { answersOf, type AnswerRow } from '../store.server.ts';

export interface PreparedAnswer extends AnswerRow {
	/** code of a default question; null for the explorer's own */
	code: DefaultQuestionCode | null;
	rank: number;
	/** when it was added; a default question without a row has none */
	addedAt?: string;
}

/** Answers of an interview: the three defaults, answered or not, then own ones. */
export async function preparedAnswers(
	scope: Scope,
	{ interviewId, themeTitle }: { interviewId: string; themeTitle: string }
): Promise<PreparedAnswer[]> {
	const rows = await answersOf(scope, interviewId);
	const defaults = defaultQuestions(themeTitle);
	const three = defaultQuestionCodes.map((code, index) => {
		const id = derivedId(interviewId, `answer:${code}`);
		const answer = rows.find((row) => row.id === id)?.answer ?? '';
		return { id, code, question: defaults[code], answer, rank: index + 1 };
	});
	const ids = new Set(three.map(({ id }) => id));
	const own = rows.filter(({ id }) => !ids.has(id)).map((row) => ({ ...row, code: null }));
	return [...three, ...own];
}
