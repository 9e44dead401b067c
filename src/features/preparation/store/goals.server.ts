import { remembered } from '#server/db/remembered.ts';
import type { Scope } from '#server/scope.server.ts';
import { READ_OF_EACH } from '../rules/lengths.ts';

export interface GoalRow {
	id: string;
	interviewId: string;
	text: string;
	rank: number;
}

const columns = ['id', 'interview_id as interviewId', 'text', 'rank'] as const;

/** The goals of an interview, the weightiest first. */
export const goalsOf = remembered((db, workspaceId, interviewId: string) =>
	db
		.selectFrom('goals')
		.select(columns)
		.where('workspace_id', '=', workspaceId)
		.where('interview_id', '=', interviewId)
		.orderBy('rank')
		.orderBy('added_at')
		.limit(READ_OF_EACH)
);

export function goalOf(scope: Scope, id: string): Promise<GoalRow | undefined> {
	return scope.db
		.selectFrom('goals')
		.select(columns)
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.executeTakeFirst();
}

export async function addGoal(scope: Scope, goal: GoalRow & { now: string }): Promise<void> {
	await scope.db
		.insertInto('goals')
		.values({
			workspace_id: scope.workspaceId,
			id: goal.id,
			interview_id: goal.interviewId,
			text: goal.text,
			rank: goal.rank,
			added_at: goal.now
		})
		.execute();
}

export async function changeGoal(
	scope: Scope,
	id: string,
	changes: Partial<Pick<GoalRow, 'text' | 'rank'>>
): Promise<void> {
	await scope.db
		.updateTable('goals')
		.set(changes)
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}

export async function removeGoal(scope: Scope, id: string): Promise<void> {
	await scope.db
		.deleteFrom('goals')
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}

/** Gives each goal the place it has in the list, from 1. */
export async function rankGoals(scope: Scope, goals: readonly GoalRow[]): Promise<void> {
	for (const [index, goal] of goals.entries()) {
		if (goal.rank !== index + 1) await changeGoal(scope, goal.id, { rank: index + 1 });
	}
}
