import { interviewAddress } from '#kernel/page-addresses.ts';
import { planningChoices, planInterview } from '#features/interviews/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	// Initial values come from the query; those of a refused form come with its refusal.
	const typed = Object.fromEntries(event.url.searchParams);
	const personId = typed['personId'] ?? typed['person'];
	const { words, connectorText, connectorId } = typed;
	return {
		typed,
		choices: await readFor(event, planningChoices, {
			personId: personId || undefined,
			connectorId: connectorText ? undefined : connectorId || undefined,
			words,
			connectorText
		})
	};
};

export const actions: Actions = {
	plan: act(planInterview, { goTo: ({ id }) => interviewAddress(id) })
};
