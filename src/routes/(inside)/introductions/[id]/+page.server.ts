import { interviewAddress, introductionAddress } from '#kernel/page-addresses.ts';
import * as introductions from '#features/introductions/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	introduction: await readFor(event, introductions.getIntroduction, { id: event.params.id }),
	now: event.locals.app.clock.now()
});

export const actions: Actions = {
	agreed: act(introductions.markAgreed),
	introduced: act(introductions.markIntroduced),
	lapse: act(introductions.lapseIntroduction),
	unlapse: act(introductions.unlapseIntroduction),
	plan: act(introductions.planIntroduction, {
		back: ({ id }) => introductionAddress(id),
		goTo: ({ interviewId }) => interviewAddress(interviewId)
	}),
	change: act(introductions.changeIntroduction)
};
