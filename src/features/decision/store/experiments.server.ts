import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
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

const ofTheme = preparedQuery((db, workspaceId, themeId: string) =>
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

export const {
	add: addExperiment,
	change: changeExperiment,
	remove: removeExperiment
} = crud('experiments');
