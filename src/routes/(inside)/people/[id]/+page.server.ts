import { peopleAddress, personAddress } from '#kernel/page-addresses.ts';
import { whatStaysOut } from '#features/people/removal-text.ts';
import * as people from '#features/people/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	person: await readFor(event, people.getPerson, { id: event.params.id })
});

const back = ({ id }: { id: string }): string => personAddress(id);

export const actions = {
	change: act(people.changePerson, { back }),
	doNotContact: act(people.doNotContact, { back }),
	allowContact: act(people.allowContact, { back }),
	forget: act(people.forgetPerson, {
		toast: ({ suppressedBy }) => ({ text: `Deleted. ${whatStaysOut(suppressedBy)}` }),
		goTo: () => peopleAddress()
	})
} satisfies Actions;
