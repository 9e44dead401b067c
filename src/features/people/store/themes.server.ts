import { MOST_OPEN_THEMES } from '#features/clarity/rules/seats.ts';
import type { Scope } from '#server/scope.server.ts';

/** The open themes in the order of their seats, with the titles people are found by. */
export function openThemes(scope: Scope) {
	return scope.db
		.selectFrom('themes')
		.select(['id', 'seat', 'title', 'titles'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('seat', 'is not', null)
		.orderBy('seat')
		.limit(MOST_OPEN_THEMES)
		.execute();
}

export function themeTitles(scope: Scope, id: string) {
	return scope.db
		.selectFrom('themes')
		.select(['id', 'title', 'titles'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.executeTakeFirst();
}
