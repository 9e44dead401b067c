import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { READ_OF_EACH } from '../rules/lengths.ts';

export interface AnswerRow {
	id: string;
	question: string;
	answer: string;
}

/** Answers that were written down, in the order they were asked for. */
export const answersOf = preparedQuery((db, workspaceId, interviewId: string) =>
	db
		.selectFrom('prepared_answers')
		.select(['id', 'question', 'answer', 'rank', 'added_at as addedAt'])
		.where('workspace_id', '=', workspaceId)
		.where('interview_id', '=', interviewId)
		.orderBy('rank')
		.orderBy('added_at')
		.orderBy('id')
		.limit(READ_OF_EACH)
);

export async function writeAnswer(
	scope: Scope,
	interviewId: string,
	answer: AnswerRow & { rank: number; addedAt?: string },
	now: string
): Promise<void> {
	await scope.db
		.insertInto('prepared_answers')
		.values({
			workspace_id: scope.workspaceId,
			id: answer.id,
			interview_id: interviewId,
			question: answer.question,
			answer: answer.answer,
			rank: answer.rank,
			added_at: answer.addedAt ?? now,
			changed_at: now
		})
		.onConflict((conflict) =>
			conflict
				.columns(['workspace_id', 'id'])
				.doUpdateSet({ question: answer.question, answer: answer.answer, changed_at: now })
		)
		.execute();
}

export const { find: answerWithId, remove: removeAnswer } = crud('prepared_answers');
