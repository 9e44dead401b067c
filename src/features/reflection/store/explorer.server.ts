import { CRITERIA_READ } from '#features/clarity/rules/criteria.ts';
import { SELF_NOTES_READ } from '#features/clarity/rules/self-note-kinds.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';

/** The explorer's criteria, the weightiest first. */
export const criteriaNamed = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('criteria')
		.select(['id', 'text'])
		.where('workspace_id', '=', workspaceId)
		.orderBy('rank')
		.limit(CRITERIA_READ)
);

/** Whether a theme is the explorer's, with a seat or without. */
export async function isTheme(scope: Scope, id: string): Promise<boolean> {
	const found = await scope.db
		.selectFrom('themes')
		.select('id')
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.executeTakeFirst();
	return found !== undefined;
}

/** What the explorer is good at, in their own words and order. */
export const strengthsOf = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('self_notes')
		.select('text')
		.where('workspace_id', '=', workspaceId)
		.where('kind', '=', 'strength')
		.orderBy('rank')
		.limit(SELF_NOTES_READ)
);
