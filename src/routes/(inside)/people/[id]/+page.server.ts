import { peopleAddress, personAddress } from '#kernel/addresses.ts';
import { whatStaysOut } from '#features/people/losing-words.ts';
import {
	allowContact,
	changePerson,
	doNotContact,
	forgetPerson,
	seePerson
} from '#features/people/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	person: await readFor(event, seePerson, { id: event.params.id })
});

const back = ({ id }: { id: string }): string => personAddress(id);

export const actions = {
	change: act(changePerson, { back }),
	doNotContact: act(doNotContact, { back }),
	allowContact: act(allowContact, { back }),
	forget: act(forgetPerson, {
		toast: ({ keptOutBy }) => ({ text: `Forgotten. ${whatStaysOut(keptOutBy)}` }),
		goTo: () => peopleAddress()
	})
} satisfies Actions;
