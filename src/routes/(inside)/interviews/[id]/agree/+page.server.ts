import { getMeeting } from '#features/meetings/operations.server.ts';
import { newId } from '#server/tokens.ts';
import { zoneChoices } from '#surfaces/select-options.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { meetingActions } from './meeting-actions.server.ts';

export const load: PageServerLoad = async (event) => {
	const agreed = await readFor(event, getMeeting, { interviewId: event.params.id });
	return {
		agreed,
		fresh: newId(),
		zones: zoneChoices().map(({ value }) => value),
		moment: { now: event.locals.app.clock.now(), zone: agreed.zone }
	};
};

export const actions: Actions = meetingActions;
