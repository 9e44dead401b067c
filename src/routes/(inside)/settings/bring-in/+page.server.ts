import { redirect } from '@sveltejs/kit';
import { bringInAddress, signInPageAddress } from '#kernel/addresses.ts';
import { seeAccount } from '#features/transfer/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import { importWorkspace } from './import-workspace.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = event.locals.caller;
	// Asked before a file is chosen, not after it has travelled.
	if (actor.kind === 'explorer' && !actor.fresh) {
		redirect(303, signInPageAddress({ back: bringInAddress(), again: 1 }));
	}
	return readFor(event, seeAccount, {});
};

export const actions: Actions = { bring: importWorkspace };
