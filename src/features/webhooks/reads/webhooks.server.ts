import type { Actor } from '#kernel/access.ts';
import { found, refuseConflict, refuseInvalid } from '#kernel/refusal.ts';
import { OutboundFailure } from '#server/outbound/failure.ts';
import { verifyUrl } from '#server/outbound/address-policy.ts';
import { outboundSettings } from '#server/outbound/settings.ts';
import type { Scope } from '#server/scope.server.ts';
import * as store from '../store.server.ts';

type Kept = NonNullable<Awaited<ReturnType<typeof store.webhookOf>>>;

/** A webhook for an answer: with the whole URL for a session, with its origin only for an API key. */
export function toWebhookView(actor: Actor, webhook: Kept) {
	const { wants, url, ...rest } = webhook;
	const begins = URL.canParse(url) ? `${new URL(url).origin}/…` : '';
	return { ...rest, wants: wants.split(' '), url: actor.kind === 'key' ? begins : url };
}

/** The webhook of an id. @throws Refusal `webhook.missing` */
export async function foundWebhook(scope: Scope, id: string): Promise<Kept> {
	return found(await store.webhookOf(scope, id), 'webhook');
}

export const pausedRefusal = refuseConflict(
	'webhooks.paused',
	'This webhook is paused, so nothing can be sent. Nothing was changed. Resume the webhook first.'
);

/**
 * Checks and normalises a URL for storage.
 * @throws Refusal `webhooks.url` at the field, with the reason why it is not allowed
 */
export function checkedUrl(url: string): string {
	try {
		return verifyUrl(url, outboundSettings()).url.href;
	} catch (error) {
		if (!(error instanceof OutboundFailure)) throw error;
		throw refuseInvalid('webhooks.url', `${error.message} Nothing was saved.`, 'url');
	}
}
