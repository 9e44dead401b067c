import { getDecision } from '#features/decision/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { decideActions } from './decide-actions.server.ts';

export const load: PageServerLoad = async (event) => ({
	view: await readFor(event, getDecision, {})
});

const { writeCounter, withdraw } = decideActions;
export const actions: Actions = { writeCounter, withdraw };
