import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import { SELF_NOTES_READ } from '../rules/self-note-kinds.ts';

/** Interests, strengths and values, each list in its order. */
export const selfNotes = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('self_notes')
		.select(['id', 'kind', 'text', 'rank', 'added_at as addedAt'])
		.where('workspace_id', '=', workspaceId)
		.orderBy('rank')
		.orderBy('kind')
		.limit(SELF_NOTES_READ)
);

export const {
	add: addSelfNote,
	change: changeSelfNote,
	remove: removeSelfNote
} = crud('self_notes');
