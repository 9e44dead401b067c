import type { RequestEvent } from '@sveltejs/kit';
import { decideThemeAddress } from '#kernel/addresses.ts';
import * as decision from '#features/decision/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const goTo = (_: unknown, { params }: RequestEvent): string =>
	decideThemeAddress(params.theme ?? '', 'ladder');

/** The forms of the test-drive ladder. */
export const ladderActions = {
	planExperiment: act(decision.planExperiment, { goTo }),
	doExperiment: act(decision.doExperiment, { goTo }),
	takeBackExperiment: act(decision.takeBackExperiment, { goTo }),
	removeExperiment: act(decision.removeExperiment, { goTo })
};
