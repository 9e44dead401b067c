import { remembered } from '#server/db/remembered.ts';

/** The explorer's criteria, the weightiest first. */
export const criteriaNamed = remembered((db, workspaceId) =>
	db
		.selectFrom('criteria')
		.select(['id', 'text'])
		.where('workspace_id', '=', workspaceId)
		.orderBy('rank')
);

/** What the explorer is good at, in their own words and order. */
export const strengthsOf = remembered((db, workspaceId) =>
	db
		.selectFrom('self_notes')
		.select('text')
		.where('workspace_id', '=', workspaceId)
		.where('kind', '=', 'strength')
		.orderBy('rank')
);
