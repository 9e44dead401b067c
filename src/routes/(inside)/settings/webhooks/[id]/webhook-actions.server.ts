import type { RequestEvent } from '@sveltejs/kit';
import { settingsAddress } from '#kernel/page-addresses.ts';
import * as webhooks from '#features/webhooks/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const goTo = (_: unknown, { url }: RequestEvent): string => url.pathname;

/** Form actions of the page of a webhook. */
export const webhookActions = {
	change: act(webhooks.changeWebhook, { goTo }),
	rotate: act(webhooks.rotateSecret, { show: ({ secret }) => ({ newSecret: secret }) }),
	pause: act(webhooks.pauseWebhook),
	resume: act(webhooks.resumeWebhook),
	test: act(webhooks.testWebhook, { goTo }),
	redeliver: act(webhooks.redeliver, { goTo }),
	remove: act(webhooks.removeWebhook, { goTo: () => settingsAddress() })
};
