import { redirect } from '@sveltejs/kit';
import { seeAccount } from '#features/transfer/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import { bring } from './bring.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = event.locals.caller;
	// Asked before a file is chosen, not after it has travelled.
	if (actor.kind === 'explorer' && !actor.fresh) {
		redirect(303, '/signin?back=%2Fsettings%2Fbring-in&again=1');
	}
	return readFor(event, seeAccount, {});
};

export const actions: Actions = { bring };
