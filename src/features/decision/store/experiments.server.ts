import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_EXPERIMENTS_EACH } from '../rules/limits.ts';
import { plannedRung } from '../schemas.ts';

function experiments({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>) {
	return db
		.selectFrom('experiments')
		.select([
			'id',
			'theme_id as themeId',
			'rung',
			'text',
			'planned_on as plannedOn',
			'done_at as doneAt',
			'learned'
		])
		.where('workspace_id', '=', workspaceId);
}

/** Parses the rung of a row, a text in the database. */
function asExperiment<Read extends { rung: string }>(row: Read) {
	return { ...row, rung: plannedRung.parse(row.rung) };
}

const ofTheme = preparedQuery((db, workspaceId, themeId: string) =>
	experiments({ db, workspaceId })
		.where('theme_id', '=', themeId)
		.orderBy('added_at')
		.orderBy('id')
		.limit(MOST_EXPERIMENTS_EACH)
);

/** A theme's experiments in the order they were planned. */
export async function experimentsOf(scope: Scope, themeId: string) {
	return (await ofTheme(scope, themeId)).map(asExperiment);
}

export async function experimentOf(scope: Scope, id: string) {
	const query = experiments(scope).select('added_at as addedAt').where('id', '=', id);
	const row = await query.executeTakeFirst();
	return row && asExperiment(row);
}

export const {
	add: addExperiment,
	change: changeExperiment,
	remove: removeExperiment
} = crud('experiments');
