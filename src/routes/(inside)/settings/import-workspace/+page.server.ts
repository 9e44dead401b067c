import { getAccount } from '#features/transfer/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import { askFreshSignIn } from '../session.server.ts';
import { importWorkspace } from './import-workspace.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	askFreshSignIn(event);
	return readFor(event, getAccount, {});
};

export const actions: Actions = { importFile: importWorkspace };
