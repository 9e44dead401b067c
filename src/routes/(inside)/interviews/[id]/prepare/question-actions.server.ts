import { prepareAddress } from '#kernel/addresses.ts';
import * as preparation from '#features/preparation/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { to } from './where.ts';

const goTo = to('questions');
const unmark = { operation: 'questions.unmarkKnown' };

/** The forms of the questions: which are asked, in which order, in which words. */
export const questionActions = {
	addQuestion: act(preparation.addQuestion, {
		goTo,
		toast: ({ id, interviewId, text, fits }) => ({
			text: fits ? 'Added to your questions' : 'Added. It waits below the line; move it earlier',
			undo: { operation: 'questions.remove', fields: { interviewId, id, was: text } }
		})
	}),
	changeQuestion: act(preparation.changeQuestion, {
		goTo,
		toast: ({ id, interviewId, text, was }) =>
			text === was
				? undefined
				: {
						text: 'Kept',
						undo: {
							operation: 'questions.change',
							fields: { interviewId, id, text: was, was: text }
						}
					}
	}),
	rewordCore: act(preparation.rewordCore, {
		goTo,
		toast: ({ themeId, code, text, was }) =>
			text === was
				? undefined
				: {
						text: 'Every talk ahead of this theme asks it like this',
						undo: {
							operation: 'questions.rewordCore',
							fields: { themeId, code, text: was, was: text }
						}
					}
	}),
	moveQuestion: act(preparation.moveQuestion, {
		// Its fold stays open, so that the next step is one press away.
		goTo: ({ id, interviewId }) => prepareAddress(interviewId, `move-${id}`, { moved: id })
	}),
	removeQuestion: act(preparation.removeQuestion, {
		goTo,
		toast: ({ id, interviewId }) => ({
			text: 'Let go. Its place went to the next',
			undo: { operation: 'questions.restore', fields: { interviewId, id } }
		})
	}),
	restoreQuestion: act(preparation.restoreQuestion, {
		goTo,
		toast: ({ id, interviewId, fits }) => ({
			text: fits ? 'Back in its place' : 'Back, below the line',
			undo: { operation: 'questions.remove', fields: { interviewId, id } }
		})
	}),
	markKnown: act(preparation.markKnown, {
		goTo,
		toast: ({ id, interviewId, knownFrom }) => ({
			text: `Already known from “${knownFrom}”`,
			undo: { ...unmark, fields: { interviewId, id } }
		})
	}),
	unmarkKnown: act(preparation.unmarkKnown, {
		goTo,
		toast: ({ id, interviewId, sourceId }) => ({
			text: 'It is asked again',
			...(sourceId && {
				undo: { operation: 'questions.markKnown', fields: { interviewId, id, sourceId } }
			})
		})
	})
};
