import type { RequestEvent } from '@sveltejs/kit';
import { decideThemeAddress } from '#kernel/addresses.ts';
import * as decision from '#features/decision/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const goTo = (_: unknown, { params }: RequestEvent): string =>
	decideThemeAddress(params.theme ?? '', 'ladder');

/** The forms of the test-drive ladder. */
export const ladderActions = {
	planExperiment: act(decision.planExperiment, {
		goTo,
		toast: ({ id }) => ({
			text: 'Planned',
			undo: { operation: 'experiments.remove', fields: { id } }
		})
	}),
	doExperiment: act(decision.doExperiment, {
		goTo,
		toast: ({ id, doneAt }) => ({
			text: 'Done. What you learned is kept',
			undo: { operation: 'experiments.takeBack', fields: { id, doneAt } }
		})
	}),
	takeBackExperiment: act(decision.takeBackExperiment, {
		goTo,
		toast: () => ({ text: 'Still to be done. What you learned is kept' })
	}),
	removeExperiment: act(decision.removeExperiment, {
		goTo,
		toast: ({ id, themeId, rung, text, plannedOn }) => ({
			text: 'Taken away',
			undo: {
				operation: 'experiments.plan',
				fields: { id, themeId, rung, text, plannedOn: plannedOn ?? '' }
			}
		})
	})
};
