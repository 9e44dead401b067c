import { eventAddress, eventsAddress } from '#kernel/addresses.ts';
import { considerPartner } from '#features/interviews/operations.server.ts';
import { addEvent } from '#features/introductions/operations.server.ts';
import { newId } from '#server/secrets.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	considered: await readFor(event, considerPartner, {}),
	freshId: newId()
});

export const actions: Actions = {
	add: act(addEvent, {
		back: () => eventsAddress(),
		goTo: ({ id }) => eventAddress(id)
	})
};
