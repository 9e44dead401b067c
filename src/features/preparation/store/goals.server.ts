import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { READ_OF_EACH } from '../rules/lengths.ts';

const columns = [
	'id',
	'interview_id as interviewId',
	'text',
	'rank',
	'added_at as addedAt'
] as const;

/** The goals of an interview, the weightiest first. */
export const goalsOf = preparedQuery((db, workspaceId, interviewId: string) =>
	db
		.selectFrom('goals')
		.select(columns)
		.where('workspace_id', '=', workspaceId)
		.where('interview_id', '=', interviewId)
		.orderBy('rank')
		.orderBy('added_at')
		.limit(READ_OF_EACH)
);

export type GoalRow = Awaited<ReturnType<typeof goalsOf>>[number];

export function goalOf(scope: Scope, id: string): Promise<GoalRow | undefined> {
	return scope.db
		.selectFrom('goals')
		.select(columns)
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.executeTakeFirst();
}

export const { add: addGoal, change: changeGoal, remove: removeGoal } = crud('goals');

/** Gives each goal the place it has in the list, from 1. */
export async function rankGoals(scope: Scope, goals: readonly GoalRow[]): Promise<void> {
	for (const [index, goal] of goals.entries()) {
		if (goal.rank !== index + 1) await changeGoal(scope, goal.id, { rank: index + 1 });
	}
}
