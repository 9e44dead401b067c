import type { RequestEvent } from '@sveltejs/kit';
import {
	allowContact,
	changePerson,
	doNotContact,
	forgetPerson
} from '#features/people/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import type { Toast } from '#surfaces/forms/toast.ts';

/** A toast travels in a cookie: with more than this in it, it would not arrive. */
const mostUndoCharacters = 1500;

const from = (event: RequestEvent) => ({ id: event.params.id });

function backTo(id: string): { $back: string } {
	return { $back: `/people/${id}` };
}

function changedToast(changed: {
	id: string;
	changedAt: string;
	before: Record<string, string>;
}): Toast {
	const { id, changedAt, before } = changed;
	const text = 'Saved';
	const fields = { id, changedAt, ...before, ...backTo(id) };
	const fits = encodeURIComponent(JSON.stringify(before)).length < mostUndoCharacters;
	const isChanged = Object.keys(before).length > 0;
	return fits && isChanged ? { text, undo: { operation: 'people.change', fields } } : { text };
}

/** What one may do on a person's page. */
export const personActions = {
	change: act('change', changePerson, { from, toast: changedToast }),
	doNotContact: act('doNotContact', doNotContact, {
		from,
		toast: ({ id, name }) => ({
			text: `${name} will not be contacted`,
			undo: { operation: 'people.allowContact', fields: { id, ...backTo(id) } }
		})
	}),
	allowContact: act('allowContact', allowContact, {
		from,
		toast: ({ id, name, because }) => ({
			text: `${name} may be contacted again`,
			undo: { operation: 'people.doNotContact', fields: { id, because, ...backTo(id) } }
		})
	}),
	forget: act('forget', forgetPerson, {
		from,
		toast: () => ({ text: 'Forgotten. No later import brings them back.' }),
		goTo: () => '/people'
	})
};
