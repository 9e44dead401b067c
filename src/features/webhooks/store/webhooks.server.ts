import type { Row } from '#server/db/tables.ts';
import type { Scope } from '#server/scope.server.ts';

const shown = [
	'id',
	'url',
	'wants',
	'made_at as madeAt',
	'rotated_at as rotatedAt',
	'paused_at as pausedAt',
	'paused_because as pausedBecause',
	'failing_since as failingSince',
	'last_ok_at as lastOkAt'
] as const;

function webhooksIn(scope: Scope) {
	return scope.db
		.selectFrom('webhooks')
		.select(shown)
		.where('workspace_id', '=', scope.workspaceId);
}

/** All of a workspace, the oldest first: they are ten at most. */
export function webhooksOf(scope: Scope) {
	return webhooksIn(scope).orderBy('made_at').orderBy('id').execute();
}

export function webhookOf(scope: Scope, id: string) {
	return webhooksIn(scope).where('id', '=', id).executeTakeFirst();
}

/** Its secret as it is kept, for the one that signs and the one that replaces it. */
export function sealedSecretOf(scope: Scope, id: string) {
	return scope.db
		.selectFrom('webhooks')
		.select(['secret', 'older_secret', 'rotated_at'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.executeTakeFirst();
}

export async function addWebhook(
	scope: Scope,
	webhook: { id: string; url: string; wants: string; secret: string; madeAt: string }
): Promise<void> {
	const { madeAt, ...rest } = webhook;
	await scope.db
		.insertInto('webhooks')
		.values({ ...rest, workspace_id: scope.workspaceId, made_at: madeAt, changed_at: madeAt })
		.execute();
}

export async function changeWebhook(
	scope: Scope,
	id: string,
	changes: Partial<Omit<Row<'webhooks'>, 'workspace_id' | 'id'>>
): Promise<void> {
	await scope.db
		.updateTable('webhooks')
		.set(changes)
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}

/** @returns how many went: one or none */
export async function removeWebhook(scope: Scope, id: string): Promise<number> {
	const gone = await scope.db
		.deleteFrom('webhooks')
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.executeTakeFirst();
	return Number(gone.numDeletedRows);
}
