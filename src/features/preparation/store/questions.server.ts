import { asColumns } from '#server/db/as-columns.ts';
import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { READ_OF_EACH } from '../rules/lengths.ts';
import { coreCode } from '../schemas.ts';

const ofInterview = preparedQuery((db, workspaceId, interviewId: string) =>
	db
		.selectFrom('questions')
		.select([
			'id',
			'core',
			'text',
			'rank',
			'known_source_id as knownSourceId',
			'removed_at as removedAt'
		])
		.where('workspace_id', '=', workspaceId)
		.where('interview_id', '=', interviewId)
		.orderBy('rank')
		.orderBy('added_at')
		.orderBy('id')
		.limit(READ_OF_EACH)
);

/** Stored questions of an interview by rank; the explorer's own have no code. */
export async function questionRows(scope: Scope, interviewId: string) {
	return (await ofInterview(scope, interviewId)).map(({ core, ...row }) => ({
		...row,
		code: coreCode.safeParse(core).data ?? null
	}));
}
export type QuestionRow = Awaited<ReturnType<typeof questionRows>>[number];

export async function addQuestions(
	scope: Scope,
	interviewId: string,
	questions: readonly QuestionRow[],
	now: string
): Promise<void> {
	await scope.db
		.insertInto('questions')
		.values(
			questions.map(({ code: core, ...row }) => ({
				workspace_id: scope.workspaceId,
				interview_id: interviewId,
				core,
				...asColumns(row),
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

/** Removes a source from the questions that it answered, which take their places again. */
export async function forgetSource(scope: Scope, sourceId: string, now: string): Promise<void> {
	await scope.db
		.updateTable('questions')
		.set({ known_source_id: null, changed_at: now })
		.where('workspace_id', '=', scope.workspaceId)
		.where('known_source_id', '=', sourceId)
		.execute();
}
