import { getBrief } from '#features/preparation/operations.server.ts';
import { newId } from '#server/tokens.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { prepareActions } from './prepare-actions.server.ts';

export const load: PageServerLoad = async (event) => {
	const { app, session } = event.locals;
	return {
		moved: event.url.searchParams.get('moved'),
		brief: await readFor(event, getBrief, { id: event.params.id }),
		// Ids in the forms make a repeated submission idempotent.
		fresh: { goal: newId(), source: newId(), question: newId(), answer: newId() },
		moment: { now: app.clock.now(), zone: session?.explorer.zone ?? 'UTC' }
	};
};

export const actions: Actions = prepareActions;
