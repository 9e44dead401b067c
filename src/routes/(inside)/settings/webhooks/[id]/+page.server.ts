import { listDeliveries, getWebhook } from '#features/webhooks/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import { webhookActions } from './webhook-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id } = event.params;
	const cursor = event.url.searchParams.get('cursor');
	return {
		...(await readFor(event, getWebhook, { id })),
		...(await readFor(event, listDeliveries, { id, ...(cursor ? { cursor } : {}) }))
	};
};

export const actions: Actions = webhookActions;
