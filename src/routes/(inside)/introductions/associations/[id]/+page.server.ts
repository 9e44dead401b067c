import { seeGathering } from '#features/introductions/operations.server.ts';
import { newId } from '#server/secrets.ts';
import { readFor } from '#surfaces/pages.server.ts';
import { gatheringActions } from './gathering-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	gathering: await readFor(event, seeGathering, { id: event.params.id }),
	freshId: newId()
});

export const actions: Actions = gatheringActions;
