import { CRITERIA_READ } from '#features/clarity/rules/criteria.ts';
import { SELF_NOTES_READ } from '#features/clarity/rules/self-note-kinds.ts';
import { crud } from '#server/db/crud.ts';
import { remembered } from '#server/db/remembered.ts';

/** The explorer's criteria, the weightiest first. */
export const criteriaNamed = remembered((db, workspaceId) =>
	db
		.selectFrom('criteria')
		.select(['id', 'text'])
		.where('workspace_id', '=', workspaceId)
		.orderBy('rank')
		.limit(CRITERIA_READ)
);

/** A theme of the explorer's, with a seat or without. */
export const { find: themeRow } = crud('themes');

/** What the explorer is good at, in their own words and order. */
export const strengthsOf = remembered((db, workspaceId) =>
	db
		.selectFrom('self_notes')
		.select('text')
		.where('workspace_id', '=', workspaceId)
		.where('kind', '=', 'strength')
		.orderBy('rank')
		.limit(SELF_NOTES_READ)
);
