import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { READ_OF_EACH } from '../rules/lengths.ts';

export interface AnswerRow {
	id: string;
	question: string;
	answer: string;
}

/** Stored answers in the order they were added. */
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
	{ id, question, answer, rank, addedAt }: AnswerRow & { rank: number; addedAt?: string },
	now: string
): Promise<void> {
	const columns = { question, answer, changed_at: now };
	const added = { id, interview_id: interviewId, rank, added_at: addedAt ?? now };
	await scope.db
		.insertInto('prepared_answers')
		.values({ workspace_id: scope.workspaceId, ...added, ...columns })
		.onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doUpdateSet(columns))
		.execute();
}

export const { find: answerWithId, remove: removeAnswer } = crud('prepared_answers');
