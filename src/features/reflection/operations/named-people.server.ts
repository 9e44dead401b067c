import { restoredAt } from '#kernel/clock.ts';
import { z } from 'zod';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { missing, otherBody, refuseConflict } from '#kernel/refusal.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { addPerson } from '#features/people/writes/people.server.ts';
import { takeBackUnlessInUse } from '#features/people/writes/protecting.server.ts';
import { personNamed } from '#features/people/reads/people.server.ts';
import { asColumns } from '#server/db/as-columns.ts';
import { operation, type Context } from '#server/perform.ts';
import { changedSince, entryToChange, heldInterview } from '../reads/held-interview.server.ts';
import { nameAndPlace, namedText } from '../rules/named-people.ts';
import { id, namedPerson, namedTyped } from '../schemas.ts';
import * as store from '../store.server.ts';

async function namedToChange({ scope }: Context, id: string) {
	return entryToChange(scope, 'named-person', await store.namedOf(scope, id));
}

function namedOutput({ id, interviewId, name, personId }: store.NamedRow) {
	return { id, interviewId, name, personId };
}

/**
 * Adds a person that a partner named, as noted: "Bettina Oyelaran, Toronto" (method 7). The output
 * of `namedPeople.remove` restores one.
 * @param personId the person in the address book; ignored when deleted since
 * @param namedAt original instant, given only when an undo restores it
 * @refuses `interview.missing`, `interviews.closed`, `reflection.not-held`, `namedPeople.empty`,
 * `named-person.other-body`
 */
export const addNamedPerson = operation({
	name: 'namedPeople.add',
	http: { verb: 'POST', path: '/interviews/{interviewId}/named-people' },
	summary: 'Add a person that a partner named',
	effect: 'write',
	input: z.object({
		interviewId: id,
		id: id.optional(),
		name: namedTyped,
		personId: id.optional(),
		namedAt: instant.optional()
	}),
	output: namedPerson,
	example: { interviewId: exampleId, name: 'Bettina Oyelaran, Toronto' },
	said: 'Name added',
	undo: ({ id: namedId, personId }): UndoStep =>
		undoneBy(removeNamedPerson, { id: namedId, personId }),
	run: async ({ scope, now, record, newId }, input) => {
		const { id: interviewId } = await heldInterview(scope, input.interviewId);
		const name = namedText(input.name);
		const namedId = input.id ?? newId();
		const known = await store.namedOf(scope, namedId);
		if (known) {
			if (known.interviewId === interviewId && known.name === name) return namedOutput(known);
			throw otherBody('named-person');
		}
		const person = input.personId ? await personNamed(scope, input.personId) : undefined;
		const personId = person?.id ?? null;
		const namedAt = restoredAt(input.namedAt, now);
		const added = { id: namedId, interviewId, name, personId, namedAt };
		await store.addNamedPerson(scope, asColumns(added));
		record({ verb: 'namedPeople.added', about: { kind: 'named-person', id: namedId } });
		return namedOutput(added);
	}
});

/**
 * Deletes a name from the list; the address book is unchanged.
 * @param personId expected person, null for none; left out, it is not checked
 * @returns the deleted name, for `namedPeople.add`
 * @refuses `named-person.missing`, `interviews.closed`, `reflection.not-held`,
 * `namedPeople.changed-since`
 */
export const removeNamedPerson = operation({
	name: 'namedPeople.remove',
	http: { verb: 'DELETE', path: '/named-people/{id}' },
	summary: 'Remove a name from the people that a partner named',
	effect: 'write',
	input: z.object({ id, personId: id.nullable().optional() }),
	output: namedPerson.extend({ namedAt: z.string() }),
	example: { id: exampleId },
	said: 'Removed',
	undo: ({ personId, ...gone }) =>
		undoneBy(addNamedPerson, { ...gone, personId: personId ?? undefined }),
	run: async (context, input) => {
		const { stored } = await namedToChange(context, input.id);
		if (input.personId !== undefined && input.personId !== stored.personId) {
			throw changedSince('namedPeople');
		}
		await store.removeNamedPerson(context.scope, stored.id);
		context.record({ verb: 'namedPeople.removed', about: { kind: 'named-person', id: stored.id } });
		return { ...namedOutput(stored), namedAt: stored.namedAt };
	}
});

/**
 * Adds a named person to the address book, or links an existing entry. Text after the first comma
 * of the name is the place.
 * @param personId entry to link; left out, a new one is made
 * @returns the person; `added` tells whether the entry is new
 * @refuses `named-person.missing`, `interviews.closed`, `reflection.not-held`,
 * `namedPeople.in-address-book`, `person.missing`, `namedPeople.partner` for the partner's own entry, and those
 * of `people.add`
 */
export const addNamedPersonToBook = operation({
	name: 'namedPeople.addToAddressBook',
	http: { verb: 'POST', path: '/named-people/{id}/address-book' },
	summary: 'Add a named person to your address book, or link an existing person',
	effect: 'write',
	input: z.object({ id, personId: id.optional() }),
	output: namedPerson.extend({ personId: z.string(), added: z.enum(['yes', 'no']) }),
	example: { id: exampleId },
	said: ({ added }) =>
		added === 'yes' ? 'Added to your address book' : 'Linked to a person in your address book',
	undo: ({ id: namedId, personId, added }) =>
		undoneBy(removeNamedPersonFromBook, { id: namedId, personId, added }),
	run: async (context, input) => {
		const { stored, thread } = await namedToChange(context, input.id);
		if (stored.personId) {
			throw refuseConflict(
				'namedPeople.in-address-book',
				`${nameAndPlace(stored.name).name} is already in your address book. Nothing was changed.`
			);
		}
		if (input.personId === thread.personId) {
			throw refuseConflict(
				'namedPeople.partner',
				`${thread.personName} is your partner in this interview. Nothing was changed. Choose another person, or add a new one.`
			);
		}
		const personId = input.personId
			? (await personNamed(context.scope, input.personId))?.id
			: (await addPerson(context, nameAndPlace(stored.name))).id;
		if (!personId) throw missing('person');
		await store.changeNamedPerson(context.scope, stored.id, { person_id: personId });
		context.record({ verb: 'namedPeople.linked', about: { kind: 'named-person', id: stored.id } });
		const added = input.personId ? ('no' as const) : ('yes' as const);
		return { ...namedOutput(stored), personId, added };
	}
});

/**
 * Unlinks a named person. An entry made for it is deleted too, unless more was added to it since.
 * @param personId expected person from `namedPeople.addToAddressBook`
 * @param added whether that made the entry
 * @refuses `named-person.missing`, `interviews.closed`, `reflection.not-held`,
 * `namedPeople.changed-since`
 */
export const removeNamedPersonFromBook = operation({
	name: 'namedPeople.removeFromAddressBook',
	http: { verb: 'DELETE', path: '/named-people/{id}/address-book' },
	summary: 'Unlink a named person from your address book',
	effect: 'write',
	input: z.object({ id, personId: id, added: z.enum(['yes', 'no']).default('no') }),
	output: namedPerson,
	example: { id: exampleId, personId: exampleId },
	run: async (context, input) => {
		const { stored } = await namedToChange(context, input.id);
		if (stored.personId !== input.personId) {
			throw refuseConflict(
				'namedPeople.changed-since',
				'This name is now linked to another person. Nothing was changed.'
			);
		}
		await store.changeNamedPerson(context.scope, stored.id, { person_id: null });
		if (input.added === 'yes') await takeBackUnlessInUse(context, input.personId);
		context.record({
			verb: 'namedPeople.unlinked',
			about: { kind: 'named-person', id: stored.id }
		});
		return namedOutput({ ...stored, personId: null });
	}
});
