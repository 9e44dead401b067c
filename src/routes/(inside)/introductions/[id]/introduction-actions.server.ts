import { interviewAddress, introductionAddress } from '#kernel/addresses.ts';
import * as introductions from '#features/introductions/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** The forms of one introduction. */
export const introductionActions = {
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
