import { introductionAddress, introductionsAddress } from '#kernel/page-addresses.ts';
import { planningChoices } from '#features/interviews/operations.server.ts';
import { offerIntroduction } from '#features/introductions/operations.server.ts';
import { newId } from '#server/tokens.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const words = (event.url.searchParams.get('words') ?? '').slice(0, 200);
	return { words, freshId: newId(), choices: await readFor(event, planningChoices, { words }) };
};

export const actions: Actions = {
	offer: act(offerIntroduction, {
		back: () => introductionsAddress(),
		goTo: ({ id }) => introductionAddress(id)
	})
};
