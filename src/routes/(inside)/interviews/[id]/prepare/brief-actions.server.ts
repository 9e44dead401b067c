import * as preparation from '#features/preparation/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { to } from './where.ts';

const toGoals = to('goals');
const toSources = to('sources');

/** The forms of the brief: goals and sources. */
export const briefActions = {
	addGoal: act(preparation.addGoal, {
		goTo: toGoals,
		toast: ({ id, text }) => ({
			text: 'Added to what you want to learn',
			undo: { operation: 'goals.remove', fields: { id, was: text } }
		})
	}),
	changeGoal: act(preparation.changeGoal, {
		goTo: toGoals,
		toast: ({ id, text, was }) =>
			text === was
				? undefined
				: {
						text: 'Kept',
						undo: { operation: 'goals.change', fields: { id, text: was, was: text } }
					}
	}),
	moveGoal: act(preparation.moveGoal, { goTo: toGoals }),
	removeGoal: act(preparation.removeGoal, {
		goTo: toGoals,
		toast: ({ id, interviewId, text, rank }) => ({
			text: 'Taken away',
			undo: { operation: 'goals.add', fields: { id, interviewId, text, rank: String(rank) } }
		})
	}),
	addSource: act(preparation.addSource, {
		goTo: toSources,
		toast: () => ({ text: 'Added to what you know' })
	}),
	changeSource: act(preparation.changeSource, {
		goTo: toSources,
		toast: () => ({ text: 'Kept' })
	}),
	removeSource: act(preparation.removeSource, {
		goTo: toSources,
		toast: () => ({ text: 'Taken away' })
	})
};
