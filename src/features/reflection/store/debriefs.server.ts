import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Row } from '#server/db/tables.ts';
import type { Scope } from '#server/scope.server.ts';

const ofInterview = preparedQuery((db, workspaceId, interviewId: string) =>
	db
		.selectFrom('debriefs')
		.select([
			'surprised',
			'energy_before as energyBefore',
			'energy_after as energyAfter',
			'liked',
			'disliked',
			'who_else as whoElse',
			'ask_next as askNext',
			'begun_at as begunAt',
			'changed_at as changedAt',
			'done_at as doneAt'
		])
		.where('workspace_id', '=', workspaceId)
		.where('interview_id', '=', interviewId)
);
export type DebriefRow = Awaited<ReturnType<typeof ofInterview>>[number];

/** The debrief of an interview, if begun. */
export async function debriefOf(scope: Scope, interviewId: string) {
	return (await ofInterview(scope, interviewId)).at(0);
}

type Written = Omit<Row<'debriefs'>, 'workspace_id' | 'interview_id' | 'begun_at'>;

/** Stores the defined fields; the first change inserts the row. */
export async function storeDebrief(
	scope: Scope,
	interviewId: string,
	changes: { [Column in keyof Written]?: Written[Column] | undefined },
	now: string
): Promise<void> {
	const changed = { ...changes, changed_at: now };
	await scope.db
		.insertInto('debriefs')
		.values({
			workspace_id: scope.workspaceId,
			interview_id: interviewId,
			begun_at: now,
			...changed
		})
		.onConflict((conflict) =>
			conflict.columns(['workspace_id', 'interview_id']).doUpdateSet(changed)
		)
		.execute();
}
