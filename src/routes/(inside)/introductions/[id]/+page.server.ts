import { seeIntroduction } from '#features/introductions/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import { introductionActions } from './introduction-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	introduction: await readFor(event, seeIntroduction, { id: event.params.id }),
	now: event.locals.app.clock.now()
});

export const actions: Actions = introductionActions;
