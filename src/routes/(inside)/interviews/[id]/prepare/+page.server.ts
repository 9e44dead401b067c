import { seeBrief } from '#features/preparation/operations.server.ts';
import { newId } from '#server/secrets.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { briefActions } from './brief-actions.server.ts';

export const load: PageServerLoad = async (event) => ({
	brief: await readFor(event, seeBrief, { id: event.params.id }),
	// With the id in the form, a second click adds the same thing, not another one.
	fresh: { goal: newId(), source: newId() }
});

export const actions: Actions = briefActions;
