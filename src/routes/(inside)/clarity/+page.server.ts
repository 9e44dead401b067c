import { seeClarity } from '#features/clarity/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import { checkActions } from './check-actions.server.ts';
import { selfActions } from './self-actions.server.ts';
import { themeActions } from './theme-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	clarity: await readFor(event, seeClarity, {})
});

export const actions: Actions = { ...themeActions, ...selfActions, ...checkActions };
