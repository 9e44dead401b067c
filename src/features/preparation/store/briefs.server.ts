import type { Scope } from '#server/scope.server.ts';

/** Stores the script or the use of strengths; the first change inserts the row. */
export async function writeBrief(
	scope: Scope,
	interviewId: string,
	changes: { script?: string; strengths_use?: string },
	now: string
): Promise<void> {
	const columns = { ...changes, changed_at: now };
	await scope.db
		.insertInto('briefs')
		.values({ workspace_id: scope.workspaceId, interview_id: interviewId, ...columns })
		.onConflict((conflict) =>
			conflict.columns(['workspace_id', 'interview_id']).doUpdateSet(columns)
		)
		.execute();
}
