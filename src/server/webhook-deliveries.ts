import type { Selectable } from 'kysely';
import { isEventType, isSubscribed } from '#kernel/event-types.ts';
import { preparedQuery } from './db/prepared-query.ts';
import type { Tables } from './db/tables.ts';
import type { NewJob } from './job-worker.ts';
import type { Scope } from './scope.server.ts';
import { newId } from './tokens.ts';

/** Kind of the job that sends one delivery to its webhook; `features/webhooks` handles it. */
export const deliverJob = 'webhooks.deliver';

/**
 * The job for one attempt of a delivery; it does nothing when another attempt was scheduled since.
 */
export function deliveryJob(id: string, at: string): NewJob {
	return { kind: deliverJob, payload: { id, at }, runAt: at };
}

const activeWebhooks = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('webhooks')
		.select(['id', 'wants'])
		.where('workspace_id', '=', workspaceId)
		.where('paused_at', 'is', null)
);

/**
 * Writes a delivery for each webhook that subscribes to one of these events, in the transaction
 * that wrote them. Without an active webhook this is one indexed query; without an event that
 * webhooks can receive it is none.
 * @returns the jobs that send the deliveries
 */
export async function queueDeliveries(
	scope: Scope,
	events: readonly Selectable<Tables['audit_events']>[]
): Promise<NewJob[]> {
	const published = events.filter(({ verb }) => isEventType(verb));
	if (published.length === 0) return [];
	const webhooks = await activeWebhooks(scope);
	const deliveries = webhooks.flatMap((webhook) =>
		published
			.filter(({ verb }) => isSubscribed(webhook.wants.split(' '), verb))
			.map((event) => ({
				workspace_id: scope.workspaceId,
				id: newId(),
				webhook_id: webhook.id,
				event_id: event.id,
				verb: event.verb,
				about_kind: event.about_kind,
				about_id: event.about_id,
				happened_at: event.received_at,
				queued_at: event.received_at,
				next_try_at: event.received_at
			}))
	);
	if (deliveries.length === 0) return [];
	await scope.db.insertInto('deliveries').values(deliveries).execute();
	return deliveries.map(({ id, next_try_at: at }) => deliveryJob(id, at));
}
