import { redirect } from '@sveltejs/kit';
import { signInPageAddress } from '#kernel/addresses.ts';
import { addWebhook } from '#features/webhooks/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const { actor } = locals.caller;
	// Asked before anything is typed, not after.
	if (actor.kind === 'explorer' && !actor.fresh) {
		redirect(303, signInPageAddress({ back: url.pathname, again: 1 }));
	}
};

export const actions: Actions = {
	add: act(addWebhook, {
		show: ({ id, secret }) => ({ added: { id, secret } })
	})
};
