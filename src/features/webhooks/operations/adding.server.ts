import { z } from 'zod';
import { missing, found, refuseConflict } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import { encryptionContextOf, newSigningSecret } from '../writes/secret.server.ts';
import { id, url, wants } from '../schemas.ts';
import { checkedUrl, foundWebhook } from '../reads/webhooks.server.ts';
import * as store from '../store.server.ts';

/** Most webhooks of one workspace [D]. */
export const MOST_WEBHOOKS = 10;

const joined = (list: readonly string[]): string => [...new Set(list)].join(' ');

/**
 * Adds a webhook: a URL that is called at the events it subscribes to.
 * @returns its id and signing secret, which is never returned again
 * @refuses `webhooks.url` for a URL that is not allowed, `webhooks.too-many` beyond ten
 */
export const addWebhook = operation({
	name: 'webhooks.add',
	http: { verb: 'POST', path: '/webhooks' },
	summary: 'Add a webhook; its secret is shown only once',
	effect: 'secure',
	input: z.object({ url, wants }),
	output: z.object({ id: z.string(), secret: z.string() }),
	example: { url: 'https://hooks.example/imago', wants: ['meetings.*', 'interviews.answered'] },
	run: async ({ scope, now, record, newId, encrypt }, input) => {
		const address = checkedUrl(input.url);
		if ((await store.webhooksOf(scope)).length >= MOST_WEBHOOKS) {
			throw refuseConflict(
				'webhooks.too-many',
				'You already have ten webhooks, which is the maximum. Nothing was added. Delete a webhook you no longer use.'
			);
		}
		const webhookId = newId();
		const secret = newSigningSecret();
		await store.addWebhook(scope, {
			id: webhookId,
			url: address,
			wants: joined(input.wants),
			secret: encrypt(encryptionContextOf(webhookId), secret),
			made_at: now,
			changed_at: now
		});
		record({ verb: 'webhooks.added', about: { kind: 'webhook', id: webhookId } });
		return { id: webhookId, secret };
	}
});

/**
 * Changes the URL or the subscribed events of a webhook. A new URL starts without failures.
 * @refuses `webhook.missing`, `webhooks.url`
 */
export const changeWebhook = operation({
	name: 'webhooks.change',
	http: { verb: 'PATCH', path: '/webhooks/{id}' },
	summary: 'Edit the address or the events of a webhook',
	effect: 'secure',
	input: z.object({ id, url: url.optional(), wants: wants.optional() }),
	output: z.object({ id: z.string() }),
	example: { id: exampleId, wants: ['meetings.agreed'] },
	said: 'Saved',
	run: async ({ scope, now, record }, input) => {
		const stored = await foundWebhook(scope, input.id);
		const address = input.url === undefined ? stored.url : checkedUrl(input.url);
		await store.changeWebhook(scope, stored.id, {
			url: address,
			wants: input.wants ? joined(input.wants) : stored.wants,
			changed_at: now,
			...(address === stored.url ? {} : { failing_since: null, last_ok_at: null })
		});
		record({ verb: 'webhooks.changed', about: { kind: 'webhook', id: stored.id } });
		return { id: stored.id };
	}
});

/**
 * Makes a new secret. For a day deliveries are signed with the former one too, so that receivers can be
 * updated meanwhile.
 * @returns the secret, which is never returned again
 * @refuses `webhook.missing`
 */
export const rotateSecret = operation({
	name: 'webhooks.rotateSecret',
	http: { verb: 'POST', path: '/webhooks/{id}/secret' },
	summary: 'Create a new secret; it is shown only once, and the old one also signs for a day',
	effect: 'secure',
	input: z.object({ id }),
	output: z.object({ id: z.string(), secret: z.string() }),
	example: { id: exampleId },
	run: async ({ scope, now, record, encrypt }, input) => {
		const stored = found(await store.encryptedWebhookOf(scope, input.id), 'webhook');
		const secret = newSigningSecret();
		await store.changeWebhook(scope, input.id, {
			secret: encrypt(encryptionContextOf(input.id), secret),
			older_secret: stored.secret,
			rotated_at: now,
			changed_at: now
		});
		record({ verb: 'webhooks.secretRotated', about: { kind: 'webhook', id: input.id } });
		return { id: input.id, secret };
	}
});

/**
 * Deletes a webhook with its deliveries.
 * @refuses `webhook.missing`
 */
export const removeWebhook = operation({
	name: 'webhooks.remove',
	http: { verb: 'DELETE', path: '/webhooks/{id}' },
	summary: 'Delete a webhook and its deliveries',
	effect: 'secure',
	input: z.object({ id }),
	output: z.object({}),
	example: { id: exampleId },
	said: 'Webhook deleted',
	run: async ({ scope, record }, input) => {
		if ((await store.removeWebhook(scope, input.id)) === 0) throw missing('webhook');
		record({ verb: 'webhooks.removed', about: { kind: 'webhook', id: input.id } });
		return {};
	}
});
