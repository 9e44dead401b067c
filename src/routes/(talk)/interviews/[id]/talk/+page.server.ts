import { getTalk } from '#features/talk/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { talkActions } from './talk-actions.server.ts';

export const load: PageServerLoad = async (event) => {
	const { app, session } = event.locals;
	const { head, brief, meeting, minutes, events } = await readFor(event, getTalk, {
		interviewId: event.params.id
	});
	return {
		talk: { head, brief, meeting, minutes, events },
		moment: {
			now: app.clock.now(),
			zone: session?.explorer.zone ?? 'UTC',
			owner: session?.userId ?? ''
		},
		view: {
			closing: event.url.searchParams.has('closing'),
			noteId: event.url.searchParams.get('note') ?? undefined
		}
	};
};

export const actions: Actions = talkActions;
