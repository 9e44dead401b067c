import type { RequestEvent } from '@sveltejs/kit';
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

const from = ({ params }: RequestEvent) => ({ id: params.id });
const goTo = (_: unknown, { url }: RequestEvent): string => url.pathname;
const sent = (): { text: string } => ({ text: 'Sent. Below you see how it ends.' });

/** What one does with a webhook on its page. */
export const webhookActions = {
	change: act('change', changeWebhook, { from, goTo, toast: () => ({ text: 'Saved' }) }),
	rotate: act('rotate', rotateSecret, { from, show: ({ secret }) => ({ newSecret: secret }) }),
	pause: act('pause', pauseWebhook, {
		from,
		toast: ({ id }) => ({
			text: 'Paused. Nothing is sent there.',
			undo: { operation: 'webhooks.resume', fields: { id } }
		})
	}),
	resume: act('resume', resumeWebhook, { from, toast: () => ({ text: 'It is called again' }) }),
	test: act('test', testWebhook, { from, goTo, toast: sent }),
	redeliver: act('redeliver', redeliver, {
		from: ({ params }) => ({ webhookId: params.id }),
		goTo,
		toast: sent
	}),
	remove: act('remove', removeWebhook, {
		from,
		toast: () => ({ text: 'The webhook is gone' }),
		goTo: () => '/settings'
	})
};
