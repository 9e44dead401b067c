import type { Scope } from '#server/scope.server.ts';

/** A theme with the titles that people are found by. */
export function themeTitles(scope: Scope, id: string) {
	return scope.db
		.selectFrom('themes')
		.select(['id', 'title', 'titles', 'seat'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.executeTakeFirst();
}
