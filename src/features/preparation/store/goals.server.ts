import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { READ_OF_EACH } from '../rules/lengths.ts';

function goals({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>) {
	return db
		.selectFrom('goals')
		.select(['id', 'interview_id as interviewId', 'text', 'rank', 'added_at as addedAt'])
		.where('workspace_id', '=', workspaceId);
}

/** The goals of an interview by rank. */
export const goalsOf = preparedQuery((db, workspaceId, interviewId: string) =>
	goals({ db, workspaceId })
		.where('interview_id', '=', interviewId)
		.orderBy('rank')
		.orderBy('added_at')
		.limit(READ_OF_EACH)
);

export type GoalRow = Awaited<ReturnType<typeof goalsOf>>[number];

export function goalOf(scope: Scope, id: string): Promise<GoalRow | undefined> {
	return goals(scope).where('id', '=', id).executeTakeFirst();
}

export const { add: addGoal, change: changeGoal, remove: removeGoal } = crud('goals');

/** Stores each goal's rank as its place in the list, from 1. */
export async function rankGoals(scope: Scope, order: readonly GoalRow[]): Promise<void> {
	for (const [index, goal] of order.entries()) {
		if (goal.rank !== index + 1) await changeGoal(scope, goal.id, { rank: index + 1 });
	}
}
