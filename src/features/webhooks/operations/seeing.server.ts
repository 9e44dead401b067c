import { z } from 'zod';
import { operation } from '#server/perform.ts';
import { readPlace, writePlace } from '../rules/place.ts';
import { delivery, exampleId, id, webhook } from '../shapes.ts';
import { foundWebhook, shownTo } from '../shown.server.ts';
import * as store from '../store.server.ts';

/** The workspace's webhooks, never their secrets. */
export const listWebhooks = operation({
	name: 'webhooks.list',
	http: { verb: 'GET', path: '/webhooks' },
	summary: 'List the webhooks and how they stand',
	effect: 'read',
	input: z.object({}),
	output: z.object({ webhooks: z.array(webhook) }),
	example: {},
	run: async ({ scope, actor }) => ({
		webhooks: (await store.webhooksOf(scope)).map((each) => shownTo(actor, each))
	})
});

/**
 * One webhook.
 * @refuses `webhook.missing`
 */
export const seeWebhook = operation({
	name: 'webhooks.see',
	http: { verb: 'GET', path: '/webhooks/{id}' },
	summary: 'See one webhook and how it stands',
	effect: 'read',
	input: z.object({ id }),
	output: z.object({ webhook }),
	example: { id: exampleId },
	run: async ({ scope, actor }, input) => ({
		webhook: shownTo(actor, await foundWebhook(scope, input.id))
	})
});

/**
 * What was sent to a webhook and how it ended, the newest first: the last 200, for 30 days.
 * @param cursor `next` of the page before
 * @param limit 1 to 100, twenty when left out
 * @refuses `webhook.missing`, `deliveries.cursor`
 */
export const listDeliveries = operation({
	name: 'webhooks.deliveries',
	http: { verb: 'GET', path: '/webhooks/{id}/deliveries' },
	summary: 'List what was sent to a webhook and how it ended, the newest first',
	effect: 'read',
	input: z.object({
		id,
		cursor: z.string().max(200).optional(),
		limit: z.int().min(1).max(100).default(20)
	}),
	output: z.object({ deliveries: z.array(delivery), next: z.string().nullable() }),
	example: { id: exampleId, limit: 20 },
	run: async ({ scope }, { id: webhookId, cursor, limit }) => {
		await foundWebhook(scope, webhookId);
		const after = cursor === undefined ? undefined : readPlace(cursor);
		const rows = await store.deliveriesOf(scope, webhookId, after, limit + 1);
		const page = rows.slice(0, limit);
		const last = page.at(-1);
		return {
			deliveries: page.map(({ aboutKind, aboutId, ...row }) => ({
				...row,
				about: { kind: aboutKind, id: aboutId }
			})),
			next: last && rows.length > limit ? writePlace(last) : null
		};
	}
});
