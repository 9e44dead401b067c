import { prepareAddress } from '#kernel/addresses.ts';
import * as preparation from '#features/preparation/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { to } from './where.ts';

const goTo = to('questions');

/** The forms of the questions: which are asked, in which order, in which words. */
export const questionActions = {
	addQuestion: act(preparation.addQuestion, { goTo }),
	changeQuestion: act(preparation.changeQuestion, { goTo }),
	rewordCore: act(preparation.rewordCore, { goTo }),
	moveQuestion: act(preparation.moveQuestion, {
		// Its fold stays open, so that the next step is one press away.
		goTo: ({ id, interviewId }) => prepareAddress(interviewId, `move-${id}`, { moved: id })
	}),
	removeQuestion: act(preparation.removeQuestion, { goTo }),
	restoreQuestion: act(preparation.restoreQuestion, { goTo }),
	markKnown: act(preparation.markKnown, { goTo }),
	unmarkKnown: act(preparation.unmarkKnown, { goTo })
};
