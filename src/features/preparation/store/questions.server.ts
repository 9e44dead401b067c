import { asColumns } from '#server/db/as-columns.ts';
import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { READ_OF_EACH } from '../rules/lengths.ts';
import { coreCode } from '../shapes/questions.ts';
import type { CoreCode } from '../rules/core-questions.ts';

export interface QuestionRow {
	id: string;
	/** which core question it is; null for one of the explorer's own */
	code: CoreCode | null;
	text: string;
	rank: number;
	knownSourceId: string | null;
	letGoAt: string | null;
}

const ofInterview = preparedQuery((db, workspaceId, interviewId: string) =>
	db
		.selectFrom('questions')
		.select([
			'id',
			'core',
			'text',
			'rank',
			'known_source_id as knownSourceId',
			'let_go_at as letGoAt'
		])
		.where('workspace_id', '=', workspaceId)
		.where('interview_id', '=', interviewId)
		.orderBy('rank')
		.orderBy('added_at')
		.orderBy('id')
		.limit(READ_OF_EACH)
);

/** The questions of an interview that were written down, by rank. */
export async function questionRows(scope: Scope, interviewId: string): Promise<QuestionRow[]> {
	return (await ofInterview(scope, interviewId)).map(({ core, ...row }) => ({
		...row,
		code: coreCode.safeParse(core).data ?? null
	}));
}

export async function addQuestions(
	scope: Scope,
	interviewId: string,
	questions: readonly QuestionRow[],
	now: string
): Promise<void> {
	await scope.db
		.insertInto('questions')
		.values(
			questions.map(({ id, code, text, rank, knownSourceId, letGoAt }) => ({
				workspace_id: scope.workspaceId,
				id,
				interview_id: interviewId,
				core: code,
				text,
				rank,
				known_source_id: knownSourceId,
				let_go_at: letGoAt,
				added_at: now,
				changed_at: now
			}))
		)
		.execute();
}

const rows = crud('questions');
export const { find: questionWithId } = rows;

export function changeQuestion(
	scope: Scope,
	id: string,
	changes: Partial<Omit<QuestionRow, 'id' | 'code'>>,
	now: string
): Promise<void> {
	return rows.change(scope, id, { ...asColumns(changes), changed_at: now });
}

/** A source that goes answers nothing any longer; its questions take their places back. */
export async function forgetSource(scope: Scope, sourceId: string, now: string): Promise<void> {
	await scope.db
		.updateTable('questions')
		.set({ known_source_id: null, changed_at: now })
		.where('workspace_id', '=', scope.workspaceId)
		.where('known_source_id', '=', sourceId)
		.execute();
}
