import { z } from 'zod';
import { exampleId } from '#method/field-schemas.ts';
import { nextCursor, pageFields } from '#server/paging.ts';
import { operation } from '#server/perform.ts';
import { delivery, id, webhook } from '../schemas.ts';
import { foundWebhook, toWebhookView } from '../reads/webhooks.server.ts';
import * as store from '../store.server.ts';

/** The webhooks of the workspace, without their secrets. */
export const listWebhooks = operation({
	name: 'webhooks.list',
	http: { verb: 'GET', path: '/webhooks' },
	summary: 'List the webhooks and their states',
	effect: 'read',
	input: z.object({}),
	output: z.object({ webhooks: z.array(webhook) }),
	example: {},
	run: async ({ scope, actor }) => ({
		webhooks: (await store.webhooksOf(scope)).map((each) => toWebhookView(actor, each))
	})
});

/**
 * One webhook.
 * @refuses `webhook.missing`
 */
export const getWebhook = operation({
	name: 'webhooks.get',
	http: { verb: 'GET', path: '/webhooks/{id}' },
	summary: 'Get a webhook and its state',
	effect: 'read',
	input: z.object({ id }),
	output: z.object({ webhook }),
	example: { id: exampleId },
	run: async ({ scope, actor }, input) => ({
		webhook: toWebhookView(actor, await foundWebhook(scope, input.id))
	})
});

/** deliveries on a page */
const pageSize = 20;

/**
 * Deliveries of a webhook with their outcomes, newest first: at most the last 200 of 30 days.
 * @refuses `webhook.missing`, `deliveries.cursor`
 */
export const listDeliveries = operation({
	name: 'webhooks.deliveries',
	http: { verb: 'GET', path: '/webhooks/{id}/deliveries' },
	summary: 'List the deliveries of a webhook and their outcomes, the newest first',
	effect: 'read',
	input: z.object({ id, ...pageFields }),
	output: z.object({ deliveries: z.array(delivery), nextCursor }),
	example: { id: exampleId, limit: 20 },
	run: async ({ scope }, { id: webhookId, limit = pageSize, cursor }) => {
		await foundWebhook(scope, webhookId);
		const page = await store.deliveriesOf(scope, webhookId, { limit, cursor });
		return {
			deliveries: page.rows.map(({ aboutKind, aboutId, ...row }) => ({
				...row,
				about: { kind: aboutKind, id: aboutId }
			})),
			nextCursor: page.nextCursor
		};
	}
});
