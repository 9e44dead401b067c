import { introductionRequestAddress, introductionsAddress } from '#kernel/page-addresses.ts';
import { planningChoices } from '#features/interviews/operations.server.ts';
import { draftIntroductionRequest } from '#features/introductions/operations.server.ts';
import { newId } from '#server/tokens.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { themes } = await readFor(event, planningChoices, {});
	return { themes, freshId: newId() };
};

export const actions: Actions = {
	draft: act(draftIntroductionRequest, {
		back: () => introductionsAddress(),
		goTo: ({ id }) => introductionRequestAddress(id)
	})
};
