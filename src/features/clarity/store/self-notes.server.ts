import { crud } from '#server/db/crud.ts';
import type { Scope } from '#server/scope.server.ts';
import { SELF_NOTES_READ } from '../rules/self-note-kinds.ts';

/** Interests, strengths and values, each list in its order. */
export function selfNotes(scope: Scope) {
	return scope.db
		.selectFrom('self_notes')
		.select(['id', 'kind', 'text', 'rank', 'added_at as addedAt'])
		.where('workspace_id', '=', scope.workspaceId)
		.orderBy('rank')
		.orderBy('kind')
		.limit(SELF_NOTES_READ)
		.execute();
}

export const {
	add: addSelfNote,
	change: changeSelfNote,
	remove: removeSelfNote
} = crud('self_notes');
