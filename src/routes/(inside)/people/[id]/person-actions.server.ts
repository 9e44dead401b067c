import { peopleAddress, personAddress } from '#kernel/addresses.ts';
import { whatStaysOut } from '#features/people/losing-words.ts';
import {
	allowContact,
	changePerson,
	doNotContact,
	forgetPerson
} from '#features/people/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const back = ({ id }: { id: string }): string => personAddress(id);

/** What one may do on a person's page. */
export const personActions = {
	change: act(changePerson, { back }),
	doNotContact: act(doNotContact, { back }),
	allowContact: act(allowContact, { back }),
	forget: act(forgetPerson, {
		toast: ({ keptOutBy }) => ({ text: `Forgotten. ${whatStaysOut(keptOutBy)}` }),
		goTo: () => peopleAddress()
	})
};
