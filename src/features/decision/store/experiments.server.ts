import { remembered } from '#server/db/remembered.ts';
import type { Row } from '#server/db/tables.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_EXPERIMENTS_EACH } from '../rules/room.ts';
import { plannedRung } from '../shapes.ts';

const columns = [
	'id',
	'theme_id as themeId',
	'rung',
	'text',
	'planned_on as plannedOn',
	'done_at as doneAt',
	'learned'
] as const;

const ofTheme = remembered((db, workspaceId, themeId: string) =>
	db
		.selectFrom('experiments')
		.select(columns)
		.where('workspace_id', '=', workspaceId)
		.where('theme_id', '=', themeId)
		.orderBy('added_at')
		.orderBy('id')
		.limit(MOST_EXPERIMENTS_EACH)
);

/** The experiments of a theme in the order they were planned. */
export async function experimentsOf(scope: Scope, themeId: string) {
	return (await ofTheme(scope, themeId)).map((row) => ({
		...row,
		rung: plannedRung.parse(row.rung)
	}));
}

export async function experimentOf(scope: Scope, id: string) {
	const row = await scope.db
		.selectFrom('experiments')
		.select(columns)
		.select('added_at as addedAt')
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.executeTakeFirst();
	return row && { ...row, rung: plannedRung.parse(row.rung) };
}

export async function addExperiment(
	scope: Scope,
	row: Omit<Row<'experiments'>, 'workspace_id'>
): Promise<void> {
	await scope.db
		.insertInto('experiments')
		.values({ workspace_id: scope.workspaceId, ...row })
		.execute();
}

export async function changeExperiment(
	scope: Scope,
	id: string,
	changes: Partial<Pick<Row<'experiments'>, 'done_at' | 'learned'>> & { changed_at: string }
): Promise<void> {
	await scope.db
		.updateTable('experiments')
		.set(changes)
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}

export async function removeExperiment(scope: Scope, id: string): Promise<void> {
	await scope.db
		.deleteFrom('experiments')
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}
