import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { READ_OF_EACH } from '../rules/lengths.ts';

/** The explorer's strengths by rank, each with when it was chosen for this talk. */
export const strengthsFor = preparedQuery((db, workspaceId, interviewId: string) =>
	db
		.selectFrom('self_notes as n')
		.leftJoin('brief_strengths as s', (join) =>
			join
				.onRef('s.workspace_id', '=', 'n.workspace_id')
				.onRef('s.self_note_id', '=', 'n.id')
				.on('s.interview_id', '=', interviewId)
		)
		.select(['n.id', 'n.text', 's.chosen_at as chosenAt'])
		.where('n.workspace_id', '=', workspaceId)
		.where('n.kind', '=', 'strength')
		.orderBy('n.rank')
		.limit(READ_OF_EACH)
);

export async function chooseStrength(
	scope: Scope,
	interviewId: string,
	noteId: string,
	now: string
): Promise<void> {
	await scope.db
		.insertInto('brief_strengths')
		.values({
			workspace_id: scope.workspaceId,
			interview_id: interviewId,
			self_note_id: noteId,
			chosen_at: now
		})
		.onConflict((conflict) =>
			conflict.columns(['workspace_id', 'interview_id', 'self_note_id']).doNothing()
		)
		.execute();
}

export async function unchooseStrength(
	scope: Scope,
	interviewId: string,
	noteId: string
): Promise<void> {
	await scope.db
		.deleteFrom('brief_strengths')
		.where('workspace_id', '=', scope.workspaceId)
		.where('interview_id', '=', interviewId)
		.where('self_note_id', '=', noteId)
		.execute();
}
