import type { Selectable } from 'kysely';
import { isEventType, isSubscribed } from '#kernel/event-types.ts';
import { preparedQuery } from './db/prepared-query.ts';
import type { Tables } from './db/tables.ts';
import type { NewJob } from './jobs.ts';
import type { Scope } from './scope.server.ts';
import { newId } from './secrets.ts';

/** The kind of job that takes one delivery to its webhook; `features/webhooks` does it. */
export const deliverJob = 'webhooks.deliver';

/** The job for a try of a delivery; it does nothing when another try was agreed on since. */
export function deliveryJob(id: string, at: string): NewJob {
	return { kind: deliverJob, payload: { id, at }, runAt: at };
}

const listening = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('webhooks')
		.select(['id', 'wants'])
		.where('workspace_id', '=', workspaceId)
		.where('paused_at', 'is', null)
);

/**
 * Writes a delivery for each webhook that wants one of these events, in the transaction that wrote
 * them. Where no webhook listens this is one look-up by key, and none where nothing is told at all.
 * @returns the jobs that take them there
 */
export async function queueDeliveries(
	scope: Scope,
	events: readonly Selectable<Tables['events']>[]
): Promise<NewJob[]> {
	const told = events.filter(({ verb }) => isEventType(verb));
	if (told.length === 0) return [];
	const webhooks = await listening(scope);
	const deliveries = webhooks.flatMap((webhook) =>
		told
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
