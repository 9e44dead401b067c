import type { RequestEvent } from '@sveltejs/kit';
import { settingsAddress } from '#kernel/addresses.ts';
import {
	changeWebhook,
	pauseWebhook,
	redeliver,
	removeWebhook,
	resumeWebhook,
	rotateSecret,
	testWebhook
} from '#features/webhooks/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const goTo = (_: unknown, { url }: RequestEvent): string => url.pathname;

/** Form actions of the page of a webhook. */
export const webhookActions = {
	change: act(changeWebhook, { goTo }),
	rotate: act(rotateSecret, { show: ({ secret }) => ({ newSecret: secret }) }),
	pause: act(pauseWebhook),
	resume: act(resumeWebhook),
	test: act(testWebhook, { goTo }),
	redeliver: act(redeliver, { goTo }),
	remove: act(removeWebhook, { goTo: () => settingsAddress() })
};
