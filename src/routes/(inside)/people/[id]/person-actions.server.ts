import { peopleAddress, personAddress } from '#kernel/addresses.ts';
import { whatStaysOut } from '#features/people/losing-words.ts';
import {
	allowContact,
	changePerson,
	doNotContact,
	forgetPerson
} from '#features/people/operations.server.ts';
import { act, type ToastWords } from '#surfaces/forms/actions.server.ts';

const pageOf = (id: string): string => personAddress(id);

function changedToast(changed: {
	id: string;
	changedAt: string;
	before: Record<string, string>;
}): ToastWords {
	const { id, changedAt, before } = changed;
	const text = 'Saved';
	const fields = { id, changedAt, ...before };
	const isChanged = Object.keys(before).length > 0;
	if (!isChanged) return { text };
	return { text, undo: { operation: 'people.change', fields, back: pageOf(id) } };
}

/** What one may do on a person's page. */
export const personActions = {
	change: act(changePerson, { toast: changedToast }),
	doNotContact: act(doNotContact, {
		toast: ({ id, name, changedAt }) => ({
			text: `${name} will not be contacted`,
			undo: { operation: 'people.allowContact', fields: { id, changedAt }, back: pageOf(id) }
		})
	}),
	allowContact: act(allowContact, {
		toast: ({ id, name, because, changedAt }) => ({
			text: `${name} may be contacted again`,
			undo: {
				operation: 'people.doNotContact',
				fields: { id, because, changedAt },
				back: pageOf(id)
			}
		})
	}),
	forget: act(forgetPerson, {
		toast: ({ keptOutBy }) => ({ text: `Forgotten. ${whatStaysOut(keptOutBy)}` }),
		goTo: () => peopleAddress()
	})
};
