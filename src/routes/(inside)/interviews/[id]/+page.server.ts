import { getInterview } from '#features/interview-page/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { messageActions } from './message-actions.server.ts';
import { threadActions } from './thread-actions.server.ts';

export const load: PageServerLoad = async (event) => {
	const { app, session } = event.locals;
	return {
		thread: await readFor(event, getInterview, { id: event.params.id }),
		moment: { now: app.clock.now(), zone: session?.explorer.zone ?? 'UTC' }
	};
};

export const actions: Actions = { ...threadActions, ...messageActions };
