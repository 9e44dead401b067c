import { addWebhook } from '#features/webhooks/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { askFreshSignIn } from '../../session.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => askFreshSignIn(event);

export const actions: Actions = {
	add: act(addWebhook, {
		show: ({ id, secret }) => ({ added: { id, secret } })
	})
};
