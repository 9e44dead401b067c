import { seeBrief } from '#features/preparation/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { briefActions } from './brief-actions.server.ts';

export const load: PageServerLoad = async (event) => ({
	brief: await readFor(event, seeBrief, { id: event.params.id })
});

export const actions: Actions = briefActions;
