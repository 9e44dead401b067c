import type { RequestEvent } from '@sveltejs/kit';
import { decideAddress, decideThemeAddress } from '#kernel/addresses.ts';
import * as decision from '#features/decision/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** The decision form and what was decided stand on a theme's own page, and on the one of all. */
const decided = (_: unknown, { params }: RequestEvent): string =>
	params.theme ? decideThemeAddress(params.theme, 'decided') : decideAddress('decided');

const toLadder = {
	goTo: (_: unknown, { params }: RequestEvent): string =>
		decideThemeAddress(params.theme ?? '', 'ladder')
};

/** The forms of both pages: what speaks against a theme, and what one concludes about it. */
export const decideActions = {
	writeCounter: act(decision.writeCounterEvidence, {
		// The decision form follows on a theme's own page, the outcomes on the other one.
		goTo: (_, { params }) =>
			params.theme ? decideThemeAddress(params.theme, 'decide') : decideAddress('before')
	}),
	decide: act(decision.recordDecision, { goTo: () => decideAddress('decided') }),
	withdraw: act(decision.withdrawDecision, { goTo: decided })
};

/** The forms of the test-drive ladder. */
export const ladderActions = {
	planExperiment: act(decision.planExperiment, toLadder),
	doExperiment: act(decision.doExperiment, toLadder),
	takeBackExperiment: act(decision.takeBackExperiment, toLadder),
	removeExperiment: act(decision.removeExperiment, toLadder)
};
