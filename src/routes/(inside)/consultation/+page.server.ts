import { getConsultations } from '#features/clarity/operations.server.ts';
import { newId } from '#server/tokens.ts';
import { readFor } from '#surfaces/pages.server.ts';
import { consultationActions } from './consultation-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	consultations: await readFor(event, getConsultations, {}),
	freshId: newId()
});

export const actions: Actions = consultationActions;
