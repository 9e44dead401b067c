import { crud } from '#server/db/crud.ts';
import type { Scope } from '#server/scope.server.ts';
import { OTHER_OPTIONS_READ } from '../rules/self-note-kinds.ts';

/** Other options, in the order they were added. */
export function otherOptions(scope: Scope) {
	return scope.db
		.selectFrom('other_options')
		.select(['id', 'text', 'added_at as addedAt'])
		.where('workspace_id', '=', scope.workspaceId)
		.orderBy('added_at')
		.orderBy('text')
		.limit(OTHER_OPTIONS_READ)
		.execute();
}

export const { add: addOption, remove: removeOption } = crud('other_options');
