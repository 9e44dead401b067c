import { crud } from '#server/db/crud.ts';
import type { Row } from '#server/db/tables.ts';
import { readPage, type PageRequest, type Order } from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';

const listedColumns = [
	'id',
	'verb',
	'about_kind as aboutKind',
	'about_id as aboutId',
	'queued_at as queuedAt',
	'attempts',
	'next_try_at as nextTryAt',
	'delivered_at as deliveredAt',
	'failed_at as failedAt',
	'http_status as httpStatus',
	'failure'
] as const;

const newestFirst: Order<{ queuedAt: string; id: string }> = {
	list: 'deliveries',
	direction: 'desc',
	by: ['queued_at', 'id'],
	positionOf: ({ queuedAt, id }) => [queuedAt, id]
};

/** A page of a webhook's deliveries, newest first. */
export function deliveriesOf(scope: Scope, webhookId: string, asked: PageRequest) {
	const all = scope.db
		.selectFrom('deliveries')
		.select(listedColumns)
		.where('workspace_id', '=', scope.workspaceId)
		.where('webhook_id', '=', webhookId);
	return readPage(all, newestFirst, asked);
}

export const { find: deliveryOf, add: addDelivery } = crud('deliveries');

/**
 * Changes a delivery if its number of attempts is unchanged (optimistic locking).
 * @param attempts number of attempts that the caller read
 * @returns whether it was changed
 */
export async function changeDelivery(
	scope: Scope,
	{ id, attempts }: { id: string; attempts: number },
	changes: Partial<Omit<Row<'deliveries'>, 'workspace_id' | 'id' | 'webhook_id'>>
): Promise<boolean> {
	const changed = await scope.db
		.updateTable('deliveries')
		.set(changes)
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.where('attempts', '=', attempts)
		.executeTakeFirst();
	return Number(changed.numUpdatedRows) > 0;
}

/** Deletes finished deliveries that are older than `before` or not among the newest `most`. */
export async function forgetDeliveries(
	scope: Scope,
	webhookId: string,
	{ most, before }: { most: number; before: string }
): Promise<void> {
	const last = await scope.db
		.selectFrom('deliveries')
		.select('queued_at')
		.where('workspace_id', '=', scope.workspaceId)
		.where('webhook_id', '=', webhookId)
		.orderBy('queued_at', 'desc')
		.offset(most)
		.limit(1)
		.executeTakeFirst();
	const until = last && last.queued_at > before ? last.queued_at : before;
	await scope.db
		.deleteFrom('deliveries')
		.where('workspace_id', '=', scope.workspaceId)
		.where('webhook_id', '=', webhookId)
		.where('queued_at', '<=', until)
		.where('next_try_at', 'is', null)
		.execute();
}
