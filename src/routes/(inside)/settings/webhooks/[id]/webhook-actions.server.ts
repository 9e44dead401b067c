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
const sent = (): { text: string } => ({ text: 'Sent. Below you see how it ends.' });

/** What one does with a webhook on its page. */
export const webhookActions = {
	change: act(changeWebhook, { goTo, toast: () => ({ text: 'Saved' }) }),
	rotate: act(rotateSecret, { show: ({ secret }) => ({ newSecret: secret }) }),
	pause: act(pauseWebhook, {
		toast: ({ id }) => ({
			text: 'Paused. Nothing is sent there.',
			undo: { operation: 'webhooks.resume', fields: { id } }
		})
	}),
	resume: act(resumeWebhook, { toast: () => ({ text: 'It is called again' }) }),
	test: act(testWebhook, { goTo, toast: sent }),
	redeliver: act(redeliver, {
		goTo,
		toast: sent
	}),
	remove: act(removeWebhook, {
		toast: () => ({ text: 'The webhook is gone' }),
		goTo: () => settingsAddress()
	})
};
