import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';

export const {
	add: addWebhook,
	change: changeWebhook,
	remove: removeWebhook,
	/** with its encrypted secret, for signing and rotation */
	find: encryptedWebhookOf
} = crud('webhooks');

const listedColumns = [
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

function webhooks({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>) {
	return db.selectFrom('webhooks').select(listedColumns).where('workspace_id', '=', workspaceId);
}

/** All webhooks of a workspace, oldest first; at most ten. */
export const webhooksOf = preparedQuery((db, workspaceId) =>
	webhooks({ db, workspaceId }).orderBy('made_at').orderBy('id')
);

export function webhookOf(scope: Scope, id: string) {
	return webhooks(scope).where('id', '=', id).executeTakeFirst();
}
