import type { RequestEvent } from '@sveltejs/kit';
import { prepareAddress, type Anchor } from '#kernel/page-addresses.ts';
import * as preparation from '#features/preparation/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** Redirects to an anchor of the same brief. */
const to = (anchor: Anchor<'/interviews/[id]/prepare'>) => ({
	goTo: (_: unknown, { params }: RequestEvent) => prepareAddress(params.id ?? '', anchor)
});
const toGoals = to('goals');
const toSources = to('sources');
const toQuestions = to('questions');
const toAnswers = to('answers');
const toStrengths = to('mine');

/** Form actions of the brief. */
export const prepareActions = {
	addGoal: act(preparation.addGoal, toGoals),
	changeGoal: act(preparation.changeGoal, toGoals),
	moveGoal: act(preparation.moveGoal, toGoals),
	removeGoal: act(preparation.removeGoal, toGoals),
	addSource: act(preparation.addSource, toSources),
	changeSource: act(preparation.changeSource, toSources),
	removeSource: act(preparation.removeSource, toSources),

	addQuestion: act(preparation.addQuestion, toQuestions),
	changeQuestion: act(preparation.changeQuestion, toQuestions),
	rewordCore: act(preparation.rewordCore, toQuestions),
	moveQuestion: act(preparation.moveQuestion, {
		// `moved` keeps the fold of the question open, so that it can be moved again at once.
		goTo: ({ id, interviewId }) => prepareAddress(interviewId, `move-${id}`, { moved: id })
	}),
	removeQuestion: act(preparation.removeQuestion, toQuestions),
	restoreQuestion: act(preparation.restoreQuestion, toQuestions),
	markKnown: act(preparation.markKnown, toQuestions),
	unmarkKnown: act(preparation.unmarkKnown, toQuestions),

	writeScript: act(preparation.writeScript, to('script')),
	draftScript: act(preparation.draftScript, { show: (drafted) => ({ drafted }) }),
	writeAnswer: act(preparation.writeAnswer, toAnswers),
	addAnswer: act(preparation.addAnswer, toAnswers),
	removeAnswer: act(preparation.removeAnswer, toAnswers),
	chooseStrength: act(preparation.chooseStrength, toStrengths),
	unchooseStrength: act(preparation.unchooseStrength, toStrengths),
	useStrengths: act(preparation.useStrengths, toStrengths)
};
