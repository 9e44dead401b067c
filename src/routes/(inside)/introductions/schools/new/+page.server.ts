import { schoolAddress, schoolsAddress } from '#kernel/page-addresses.ts';
import { planningChoices } from '#features/interviews/operations.server.ts';
import { addSchool } from '#features/introductions/operations.server.ts';
import { newId } from '#server/tokens.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	choices: await readFor(event, planningChoices, {}),
	freshId: newId()
});

export const actions: Actions = {
	add: act(addSchool, {
		back: () => schoolsAddress(),
		goTo: ({ id }) => schoolAddress(id)
	})
};
