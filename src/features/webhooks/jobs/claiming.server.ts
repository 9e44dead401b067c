import type { Instant } from '#kernel/clock.ts';
import { deliveryJob } from '#server/webhook-deliveries.ts';
import type { Row } from '#server/db/tables.ts';
import { queueJob } from '#server/job-worker.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_TRIES, abandonedAt } from '../rules/retries.ts';
import * as store from '../store.server.ts';

/** A delivery claimed by this process for one attempt. */
export interface Claimed {
	delivery: Row<'deliveries'>;
	webhook: Row<'webhooks'>;
}

/**
 * Claims a delivery for one attempt, and in the same transaction schedules the next one in case the
 * process ends before it gets an answer.
 * @param at scheduled time of the attempt; does nothing if the delivery has another one by now
 * @returns undefined if there is nothing to send
 */
export async function claim(
	scope: Scope,
	{ id, at }: { id: string; at: Instant },
	now: Instant
): Promise<Claimed | undefined> {
	const delivery = await store.deliveryOf(scope, id);
	if (delivery?.next_try_at !== at) return undefined;
	const { webhook_id: webhookId, attempts } = delivery;
	const webhook = await store.encryptedWebhookOf(scope, webhookId);
	if (!webhook) return undefined;
	if (webhook.paused_at !== null || attempts >= MOST_TRIES) {
		const failure =
			webhook.paused_at !== null
				? 'The webhook was paused before this was delivered.'
				: (delivery.failure ?? 'Imago stopped during the last attempt.');
		await store.changeDelivery(scope, delivery, { next_try_at: null, failed_at: now, failure });
		if (webhook.paused_at === null && webhook.failing_since === null) {
			await store.changeWebhook(scope, webhookId, { failing_since: now });
		}
		return undefined;
	}
	const next = abandonedAt(now);
	const claimed = { attempts: attempts + 1, next_try_at: next };
	// Another process may have claimed it since it was read.
	if (!(await store.changeDelivery(scope, delivery, claimed))) return undefined;
	await queueJob(scope.db.withoutPlugins(), scope.workspaceId, deliveryJob(id, next), now);
	return { delivery: { ...delivery, ...claimed }, webhook };
}
