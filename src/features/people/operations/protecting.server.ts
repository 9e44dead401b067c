import { z } from 'zod';
import { id } from '#features/account/shapes.ts';
import { missing, refuse } from '#kernel/refusal.ts';
import { operation } from '#server/perform.ts';
import { reason } from '../shapes.ts';
import { keepOut, keepWithoutPerson, letInPerson } from '../store/kept-out.server.ts';
import * as store from '../store/people.server.ts';
import { hashesOf } from './keeping.server.ts';

const exampleId = '01938b6c-0000-7000-8000-000000000001';

/**
 * Marks that a person must not be contacted. No later import undoes it.
 * @refuses `people.marked-already` (conflict)
 * @source method.md 2 "Protect partners"
 */
export const doNotContact = operation({
	name: 'people.doNotContact',
	http: { verb: 'POST', path: '/people/{id}/do-not-contact' },
	summary: 'Mark that a person must not be contacted',
	effect: 'write',
	input: z.object({ id, because: reason }),
	output: z.object({ id: z.string(), name: z.string() }),
	example: { id: exampleId, because: 'Asked me not to write about this' },
	run: async ({ scope, now, secret, record }, input) => {
		const person = await store.personRow(scope, input.id);
		if (!person) throw missing('person');
		if (person.do_not_contact_at) {
			throw refuse(
				'conflict',
				'people.marked-already',
				`${person.name} is marked already, and that stays. Nothing was changed.`
			);
		}
		await store.changePerson(scope, person, {
			do_not_contact_at: now,
			do_not_contact_because: input.because,
			changed_at: now
		});
		await keepOut(scope, hashesOf(secret, person), {
			because: 'do-not-contact',
			personId: person.id,
			since: now
		});
		record({ verb: 'people.markedDoNotContact', about: { kind: 'person', id: person.id } });
		return { id: person.id, name: person.name };
	}
});

/**
 * Lifts the mark again, by hand only.
 * @returns the reason that stood there, so that it can be set once more
 * @refuses `people.not-marked` (conflict)
 */
export const allowContact = operation({
	name: 'people.allowContact',
	http: { verb: 'POST', path: '/people/{id}/allow-contact' },
	summary: 'Lift the mark that a person must not be contacted',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({ id: z.string(), name: z.string(), because: z.string() }),
	example: { id: exampleId },
	run: async ({ scope, now, record }, input) => {
		const person = await store.personRow(scope, input.id);
		if (!person) throw missing('person');
		if (!person.do_not_contact_at) {
			throw refuse(
				'conflict',
				'people.not-marked',
				`${person.name} may be contacted as it is. Nothing was changed.`
			);
		}
		await store.changePerson(scope, person, {
			do_not_contact_at: null,
			do_not_contact_because: null,
			changed_at: now
		});
		await letInPerson(scope, person.id);
		record({ verb: 'people.allowedContact', about: { kind: 'person', id: person.id } });
		const because = person.do_not_contact_because ?? 'Asked not to be contacted';
		return { id: person.id, name: person.name, because };
	}
});

/**
 * Erases a person: the entry, their interviews and the messages in them. Only keyed hashes of
 * their addresses stay, so that no later import brings them back. There is no way back.
 * @source method.md 2 "opt-out and erasure at any time"
 */
export const forgetPerson = operation({
	name: 'people.forget',
	http: { verb: 'DELETE', path: '/people/{id}' },
	summary: 'Erase a person; no later import brings them back',
	effect: 'secure',
	input: z.object({ id }),
	output: z.object({ interviews: z.number(), messages: z.number() }),
	example: { id: exampleId },
	run: async ({ scope, now, secret, record }, input) => {
		const person = await store.personRow(scope, input.id);
		if (!person) throw missing('person');
		const goes = await store.goesWith(scope, person.id);
		await keepWithoutPerson(scope, person.id);
		await keepOut(scope, hashesOf(secret, person), {
			because: person.do_not_contact_at ? 'do-not-contact' : 'forgotten',
			personId: null,
			since: now
		});
		await store.erasePerson(scope, person);
		record({ verb: 'people.forgotten', about: { kind: 'person', id: person.id } });
		return goes;
	}
});

/**
 * Takes back a person just added by hand, leaving nothing behind.
 * @refuses `people.lived` (conflict) when the entry was changed since, has an interview, or came
 * from a file
 */
export const takeBackPerson = operation({
	name: 'people.takeBack',
	http: { verb: 'POST', path: '/people/{id}/take-back' },
	summary: 'Take back a person just added by hand',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({}),
	example: { id: exampleId },
	run: async ({ scope, record }, input) => {
		const person = await store.personRow(scope, input.id);
		if (!person) throw missing('person');
		const { interviews } = await store.goesWith(scope, person.id);
		const lived = person.changed_at !== person.added_at || interviews > 0;
		if (lived || person.source !== 'hand') {
			throw refuse(
				'conflict',
				'people.lived',
				`More is known of ${person.name} by now, so the entry stays. Open it to forget them for good.`
			);
		}
		await keepWithoutPerson(scope, person.id);
		await store.erasePerson(scope, person);
		record({ verb: 'people.takenBack', about: { kind: 'person', id: person.id } });
		return {};
	}
});
