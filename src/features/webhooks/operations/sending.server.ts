import { z } from 'zod';
import { missing, refuseConflict } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { deliveryJob } from '#server/webhook-deliveries.ts';
import { operation } from '#server/perform.ts';
import { id } from '../schemas.ts';
import { foundWebhook, pausedRefusal } from '../reads/webhooks.server.ts';
import * as store from '../store.server.ts';

/** Event type of a test. */
const tested = 'webhooks.tested';
const sent = 'Sending. The outcome appears under Deliveries';

/**
 * Sends a test event to a webhook.
 * @returns id of the delivery; its outcome is listed by `webhooks.deliveries`
 * @refuses `webhook.missing`, `webhooks.paused`
 */
export const testWebhook = operation({
	name: 'webhooks.test',
	http: { verb: 'POST', path: '/webhooks/{id}/test' },
	summary: 'Send a test to a webhook',
	effect: 'send',
	input: z.object({ id }),
	output: z.object({ id: z.string() }),
	example: { id: exampleId },
	said: sent,
	run: async ({ scope, now, queue, newId }, input) => {
		const webhook = await foundWebhook(scope, input.id);
		if (webhook.pausedAt !== null) throw pausedRefusal;
		const delivery = newId();
		await store.addDelivery(scope, {
			id: delivery,
			webhook_id: webhook.id,
			event_id: newId(),
			verb: tested,
			about_kind: 'webhook',
			about_id: webhook.id,
			happened_at: now,
			queued_at: now,
			next_try_at: now
		});
		queue(deliveryJob(delivery, now));
		return { id: delivery };
	}
});

/**
 * Sends a delivery again, with all its attempts and the same id.
 * @refuses `webhook.missing`, `delivery.missing`, `webhooks.paused`, `deliveries.on-its-way`
 */
export const redeliver = operation({
	name: 'webhooks.redeliver',
	http: { verb: 'POST', path: '/webhooks/{webhookId}/deliveries/{id}/redeliver' },
	summary: 'Send a delivery again',
	effect: 'send',
	input: z.object({ webhookId: id, id }),
	output: z.object({ id: z.string() }),
	example: { webhookId: exampleId, id: exampleId },
	said: sent,
	run: async ({ scope, now, queue }, input) => {
		const webhook = await foundWebhook(scope, input.webhookId);
		const delivery = await store.deliveryOf(scope, input.id);
		if (delivery?.webhook_id !== webhook.id) throw missing('delivery');
		if (webhook.pausedAt !== null) throw pausedRefusal;
		if (delivery.next_try_at !== null) {
			throw refuseConflict(
				'deliveries.on-its-way',
				'This delivery is already being sent. Nothing was changed. Check the list again in a moment.'
			);
		}
		await store.changeDelivery(scope, delivery, {
			attempts: 0,
			next_try_at: now,
			delivered_at: null,
			failed_at: null,
			http_status: null,
			failure: null
		});
		queue(deliveryJob(delivery.id, now));
		return { id: delivery.id };
	}
});
