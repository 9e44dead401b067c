import { z } from 'zod';
import { undoneBy } from '#kernel/operation.ts';
import { refuseConflict } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import { id } from '../schemas.ts';
import { foundWebhook } from '../reads/webhooks.server.ts';
import * as store from '../store.server.ts';

/**
 * Pauses a webhook: events during the pause are not delivered later.
 * @returns the time of the pause, for `webhooks.resume`
 * @refuses `webhook.missing`, `webhooks.paused-already`
 */
export const pauseWebhook = operation({
	name: 'webhooks.pause',
	http: { verb: 'POST', path: '/webhooks/{id}/pause' },
	summary: 'Pause a webhook; events during the pause are never sent',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({ id: z.string(), pausedAt: z.string() }),
	example: { id: exampleId },
	said: 'Webhook paused',
	undo: ({ id: webhookId, pausedAt }) => undoneBy(resumeWebhook, { id: webhookId, pausedAt }),
	run: async ({ scope, now, record }, input) => {
		const webhook = await foundWebhook(scope, input.id);
		if (webhook.pausedAt !== null) {
			throw refuseConflict(
				'webhooks.paused-already',
				'This webhook is already paused. Nothing was changed. To send events again, resume the webhook.'
			);
		}
		await store.changeWebhook(scope, input.id, { paused_at: now, paused_because: 'person' });
		record({ verb: 'webhooks.paused', about: { kind: 'webhook', id: input.id } });
		return { id: input.id, pausedAt: now };
	}
});

/**
 * Resumes a webhook that was paused by the explorer or automatically, and clears its failures.
 * @param pausedAt time of the pause that the caller read; left out, it is not compared
 * @refuses `webhook.missing`, `webhooks.not-paused`, `webhooks.paused-since`
 */
export const resumeWebhook = operation({
	name: 'webhooks.resume',
	http: { verb: 'DELETE', path: '/webhooks/{id}/pause' },
	summary: 'Resume a paused webhook',
	effect: 'write',
	input: z.object({ id, pausedAt: z.string().max(40).optional() }),
	output: z.object({ id: z.string() }),
	example: { id: exampleId },
	said: 'Webhook resumed',
	run: async ({ scope, record }, input) => {
		const webhook = await foundWebhook(scope, input.id);
		if (webhook.pausedAt === null) {
			throw refuseConflict(
				'webhooks.not-paused',
				'This webhook is not paused. Nothing was changed. Events are sent as before.'
			);
		}
		if (input.pausedAt !== undefined && input.pausedAt !== webhook.pausedAt) {
			throw refuseConflict(
				'webhooks.paused-since',
				'This webhook has been paused again since then. Nothing was changed. To send events again, resume the webhook.'
			);
		}
		const cleared = { paused_at: null, paused_because: null, failing_since: null };
		await store.changeWebhook(scope, input.id, cleared);
		record({ verb: 'webhooks.resumed', about: { kind: 'webhook', id: input.id } });
		return { id: input.id };
	}
});
