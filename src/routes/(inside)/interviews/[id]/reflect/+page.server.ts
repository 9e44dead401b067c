import { getReflection } from '#features/reflection/operations.server.ts';
import { debriefStep } from '#features/reflection/schemas.ts';
import { newId } from '#server/tokens.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { afterActions } from './after-actions.server.ts';
import { reflectActions } from './reflect-actions.server.ts';

export const load: PageServerLoad = async (event) => {
	const { app, session } = event.locals;
	const { searchParams } = event.url;
	return {
		reflection: await readFor(event, getReflection, { id: event.params.id }),
		asked: {
			step: debriefStep.safeParse(searchParams.get('step')).data,
			noteId: searchParams.get('note') ?? undefined,
			insightId: searchParams.get('insight') ?? undefined
		},
		// Ids in the forms make a repeated submission idempotent.
		fresh: { insight: newId(), favour: newId(), named: newId() },
		moment: { now: app.clock.now(), zone: session?.explorer.zone ?? 'UTC' }
	};
};

export const actions: Actions = { ...reflectActions, ...afterActions };
