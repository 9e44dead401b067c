import type { Scope } from '#server/scope.server.ts';

export function organizationsOf(scope: Scope) {
	return scope.db
		.selectFrom('organizations')
		.select(['id', 'name', 'kind', 'added_at as addedAt'])
		.where('workspace_id', '=', scope.workspaceId)
		.orderBy('name_key')
		.orderBy('id')
		.execute();
}

export function organizationRow(scope: Scope, id: string) {
	return scope.db
		.selectFrom('organizations')
		.selectAll()
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.executeTakeFirst();
}

/** Another organization of the same kind with the same folded name. */
export function organizationNamed(scope: Scope, nameKey: string, kind: string, butNot: string) {
	return scope.db
		.selectFrom('organizations')
		.select(['id', 'name'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('name_key', '=', nameKey)
		.where('kind', '=', kind)
		.where('id', '!=', butNot)
		.executeTakeFirst();
}

export async function addOrganization(
	scope: Scope,
	organization: { id: string; name: string; name_key: string; kind: string; added_at: string }
): Promise<void> {
	await scope.db
		.insertInto('organizations')
		.values({ workspace_id: scope.workspaceId, ...organization })
		.execute();
}

export async function renameOrganization(
	scope: Scope,
	id: string,
	names: { name: string; name_key: string }
): Promise<void> {
	await scope.db
		.updateTable('organizations')
		.set(names)
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}
