import type { RequestEvent } from '@sveltejs/kit';
import { decideAddress, decideThemeAddress } from '#kernel/page-addresses.ts';
import * as decision from '#features/decision/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** The address of the recorded decisions: on the page of the theme, or on that of all themes. */
const decided = (_: unknown, { params }: RequestEvent): string =>
	params.theme ? decideThemeAddress(params.theme, 'decided') : decideAddress('decided');

const toLadder = {
	goTo: (_: unknown, { params }: RequestEvent): string =>
		decideThemeAddress(params.theme ?? '', 'ladder')
};

/** Form actions of both pages: counter-evidence and decisions. */
export const decideActions = {
	writeCounter: act(decision.writeCounterEvidence, {
		// On the page of a theme the decision form comes next, on the other one the outcomes.
		goTo: (_, { params }) =>
			params.theme ? decideThemeAddress(params.theme, 'decide') : decideAddress('before')
	}),
	decide: act(decision.recordDecision, { goTo: () => decideAddress('decided') }),
	withdraw: act(decision.withdrawDecision, { goTo: decided })
};

/** Form actions of the test-drive ladder. */
export const ladderActions = {
	planExperiment: act(decision.planExperiment, toLadder),
	markExperimentDone: act(decision.markExperimentDone, toLadder),
	unmarkExperimentDone: act(decision.unmarkExperimentDone, toLadder),
	removeExperiment: act(decision.removeExperiment, toLadder)
};
