import type { RequestEvent } from '@sveltejs/kit';
import { decideAddress, decideThemeAddress } from '#kernel/addresses.ts';
import * as decision from '#features/decision/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** Address after a decision: the page of the theme, or the overview, wherever the form was. */
const decided = (_: unknown, { params }: RequestEvent): string =>
	params.theme ? decideThemeAddress(params.theme, 'decided') : decideAddress('decided');

const toLadder = {
	goTo: (_: unknown, { params }: RequestEvent): string =>
		decideThemeAddress(params.theme ?? '', 'ladder')
};

/** Actions of both pages: evidence against a theme, and decisions. */
export const decideActions = {
	writeCounter: act(decision.writeCounterEvidence, {
		// On the page of a theme the decision form comes next, on the overview the outcomes.
		goTo: (_, { params }) =>
			params.theme ? decideThemeAddress(params.theme, 'decide') : decideAddress('before')
	}),
	decide: act(decision.recordDecision, { goTo: () => decideAddress('decided') }),
	withdraw: act(decision.withdrawDecision, { goTo: decided })
};

/** Actions of the test-drive ladder. */
export const ladderActions = {
	planExperiment: act(decision.planExperiment, toLadder),
	doExperiment: act(decision.doExperiment, toLadder),
	takeBackExperiment: act(decision.takeBackExperiment, toLadder),
	removeExperiment: act(decision.removeExperiment, toLadder)
};
