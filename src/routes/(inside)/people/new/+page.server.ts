import { peopleAddress, personAddress } from '#kernel/page-addresses.ts';
import { addPerson } from '#features/people/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	add: act(addPerson, { back: () => peopleAddress(), goTo: ({ id }) => personAddress(id) })
};
