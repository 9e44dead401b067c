import { crud } from '#server/db/crud.ts';
import { inOrder, isWhole, readPage, type PageRequest, type Order } from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_ORGANIZATIONS } from '../rules/limits.ts';

export const {
	find: organizationRow,
	add: addOrganization,
	change: changeOrganization
} = crud('organizations');

const byName: Order<{ nameKey: string; id: string }> = {
	list: 'organizations',
	direction: 'asc',
	by: ['name_key', 'id'],
	positionOf: ({ nameKey, id }) => [nameKey, id]
};

/** Organizations by name, of one kind or all kinds: all of them, or the requested page. */
export async function organizationsOf(scope: Scope, kind: string | undefined, asked: PageRequest) {
	const all = scope.db
		.selectFrom('organizations')
		.select(['id', 'name', 'name_key as nameKey', 'kind', 'added_at as addedAt'])
		.where('workspace_id', '=', scope.workspaceId);
	const query = kind ? all.where('kind', '=', kind) : all;
	if (!isWhole(asked)) return readPage(query, byName, asked);
	return {
		rows: await inOrder(query, byName).limit(MOST_ORGANIZATIONS).execute(),
		nextCursor: null
	};
}

/** The organization of a kind with this `textKey`, except the one with the id `butNot`. */
export function organizationNamed(scope: Scope, nameKey: string, kind: string, butNot = '') {
	return scope.db
		.selectFrom('organizations')
		.select(['id', 'name'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('name_key', '=', nameKey)
		.where('kind', '=', kind)
		.where('id', '!=', butNot)
		.executeTakeFirst();
}
