import * as preparation from '#features/preparation/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { to } from './where.ts';

const toGoals = to('goals');
const toSources = to('sources');

/** The forms of the brief: goals and sources. */
export const briefActions = {
	addGoal: act(preparation.addGoal, { goTo: toGoals }),
	changeGoal: act(preparation.changeGoal, { goTo: toGoals }),
	moveGoal: act(preparation.moveGoal, { goTo: toGoals }),
	removeGoal: act(preparation.removeGoal, { goTo: toGoals }),
	addSource: act(preparation.addSource, { goTo: toSources }),
	changeSource: act(preparation.changeSource, { goTo: toSources }),
	removeSource: act(preparation.removeSource, { goTo: toSources })
};
