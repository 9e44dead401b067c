import type { Delivery, Webhook } from '../shapes.ts';

/** How a webhook stands; the last three are paused: by the explorer, by a 410, by days of failures. */
export type WebhookState =
	'never-called' | 'fine' | 'failing' | 'person' | 'gone' | 'failing-for-days';

/** How a webhook stands, from its dates alone. */
export function stateOf(
	webhook: Pick<Webhook, 'pausedAt' | 'pausedBecause' | 'failingSince' | 'lastOkAt'>
): WebhookState {
	if (webhook.pausedAt !== null) {
		if (webhook.pausedBecause === 'gone') return 'gone';
		return webhook.pausedBecause === 'failing' ? 'failing-for-days' : 'person';
	}
	if (webhook.failingSince !== null) return 'failing';
	return webhook.lastOkAt === null ? 'never-called' : 'fine';
}

export type DeliveryState = 'arrived' | 'failed' | 'on-its-way' | 'tried-again';

/** How a delivery stands. */
export function deliveryStateOf(
	delivery: Pick<Delivery, 'deliveredAt' | 'failedAt' | 'attempts' | 'failure'>
): DeliveryState {
	if (delivery.deliveredAt !== null) return 'arrived';
	if (delivery.failedAt !== null) return 'failed';
	return delivery.failure === null ? 'on-its-way' : 'tried-again';
}
