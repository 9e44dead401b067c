import { z } from 'zod';
import { exampleId, id, instant } from '#method/values.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { found } from '#kernel/refusal.ts';
import { hashesToKeep } from '#server/suppression-keys.ts';
import { eraseStoredAnswers } from '#server/idempotency.ts';
import { deleteToasts } from '#server/toasts.ts';
import { operation } from '#server/perform.ts';
import { hasAddress, suppressedBy } from '../rules/protection.ts';
import { reason } from '../schemas.ts';
import { dropMentions } from '../store/rejected-rows.server.ts';
import { suppress, keepSuppressionWithoutPerson } from '../store/suppression.server.ts';
import * as store from '../store/people.server.ts';
import { eraseNamed, goesWith } from '../store/person-references.server.ts';
import { personReferences } from '#server/person-references.ts';
import { unstageForgotten } from '../store/unstaging.server.ts';
import * as writes from '../writes/protecting.server.ts';

/** `changedAt` of the entry as it was seen; left out, it may have changed since */
const seen = { id, changedAt: z.string().max(40).optional() };

/**
 * Marks that a person must not be contacted. No later import undoes it.
 * @returns `changedAt` of the entry, to take the mark back by
 * @refuses `people.marked-already`, `people.changed-meanwhile` (conflict) when `changedAt` is given
 * and the entry is newer
 * @source method.md 2 "Protect partners"
 */
export const doNotContact = operation({
	name: 'people.doNotContact',
	http: { verb: 'POST', path: '/people/{id}/do-not-contact' },
	summary: 'Mark that a person must not be contacted',
	effect: 'write',
	input: z.object({
		...seen,
		because: reason,
		/** since when, as it is set again */ since: instant.optional()
	}),
	output: z.object({ id: z.string(), name: z.string(), changedAt: z.string() }),
	example: { id: exampleId, because: 'Asked me not to write about this' },
	said: ({ name }) => `${name} will not be contacted`,
	undo: ({ id, changedAt }): UndoStep => undoneBy(allowContact, { id, changedAt }),
	run: writes.doNotContact
});

/**
 * Lifts the mark again, by hand only.
 * @returns the reason that stood there, so that it can be set once more, and `changedAt` of the
 * entry to do it by
 * @refuses `people.not-marked`, `people.changed-meanwhile` (conflict) when `changedAt` is given and
 * the entry is newer
 */
export const allowContact = operation({
	name: 'people.allowContact',
	http: { verb: 'DELETE', path: '/people/{id}/do-not-contact' },
	summary: 'Lift the mark that a person must not be contacted',
	effect: 'write',
	input: z.object(seen),
	output: z.object({
		id: z.string(),
		name: z.string(),
		because: z.string(),
		since: z.string(),
		changedAt: z.string()
	}),
	example: { id: exampleId },
	said: ({ name }) => `${name} may be contacted again`,
	undo: ({ id, because, since, changedAt }) =>
		undoneBy(doNotContact, { id, because, since, changedAt }),
	run: writes.allowContact
});

/**
 * Erases a person: the entry, their interviews, the messages in them, introductions by and of them,
 * where they were asked, met or named, their name in texts to whom they introduced, and what lines
 * of files set aside say of them. Only keyed hashes stay, so that no later import brings them back:
 * of their addresses, or, when none is known, of name and workplace together, which count for rows
 * without an address. There is no way back.
 * @returns what went, and what keeps them out of later imports
 * @source method.md 2 "opt-out and erasure at any time"
 */
export const forgetPerson = operation({
	name: 'people.forget',
	http: { verb: 'DELETE', path: '/people/{id}' },
	summary: 'Erase a person; what stays are hashes that keep imports from bringing them back',
	effect: 'secure',
	input: z.object({ id }),
	output: z.object({
		interviews: z.number(),
		messages: z.number(),
		introductions: z.number(),
		suppressedBy: z.enum(['address', 'name'])
	}),
	example: { id: exampleId },
	run: async ({ scope, now, suppressionKeys, extensions, record }, input) => {
		const person = found(await store.personRow(scope, input.id), 'person');
		const references = extensions.of(personReferences);
		const goes = await goesWith(scope, references, person);
		await keepSuppressionWithoutPerson(scope, person.id);
		await suppress(scope, hashesToKeep(await suppressionKeys(), suppressedBy(person)), {
			because: person.do_not_contact_at ? 'do-not-contact' : 'forgotten',
			personId: null,
			since: now
		});
		await eraseNamed(scope, references, person, now);
		await store.erasePerson(scope, references, person);
		await unstageForgotten(scope, person);
		await dropMentions(scope, person);
		await eraseStoredAnswers(scope);
		await deleteToasts(scope);
		record({ verb: 'people.forgotten', about: { kind: 'person', id: person.id } });
		return { ...goes, suppressedBy: hasAddress(person) ? ('address' as const) : ('name' as const) };
	}
});

/**
 * Takes back a person just added by hand, leaving nothing behind.
 * @refuses `people.lived` (conflict) when the entry was changed since, has an interview, introduced
 * somebody, was asked, met or named, or came from a file
 */
export const takeBackPerson = operation({
	name: 'people.takeBack',
	http: { verb: 'POST', path: '/people/{id}/take-back' },
	summary: 'Take back a person just added by hand',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({}),
	example: { id: exampleId },
	run: writes.takeBackPerson
});
