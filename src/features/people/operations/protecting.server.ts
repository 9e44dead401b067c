import { z } from 'zod';
import { exampleId, id, instant } from '#method/field-schemas.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { found } from '#kernel/refusal.ts';
import { hashesToKeep } from '#server/suppression-keys.ts';
import { eraseStoredAnswers } from '#server/idempotency.ts';
import { deleteToasts } from '#server/toasts.ts';
import { operation } from '#server/perform.ts';
import { hasAddress, suppressionTexts } from '../rules/protection.ts';
import { reason } from '../schemas.ts';
import { dropMentions } from '../store/rejected-rows.server.ts';
import { suppress, keepSuppressionWithoutPerson } from '../store/suppression.server.ts';
import * as store from '../store/people.server.ts';
import { eraseNamed, goesWith } from '../store/person-references.server.ts';
import { personReferences } from '#server/person-references.ts';
import { unstageForgotten } from '../store/unstaging.server.ts';
import * as writes from '../writes/protecting.server.ts';

/** `changedAt` is the version that the caller read; left out, it is not compared */
const versionRead = { id, changedAt: z.string().max(40).optional() };

/**
 * Marks a person as not to be contacted. Later imports do not lift the mark.
 * @returns `changedAt` of the entry, for `people.allowContact`
 * @refuses `people.marked-already`, `people.changed-meanwhile` (conflict) when `changedAt` is given
 * and the entry is newer
 * @source method.md 2 "Protect partners"
 */
export const doNotContact = operation({
	name: 'people.doNotContact',
	http: { verb: 'POST', path: '/people/{id}/do-not-contact' },
	summary: 'Mark a person as “Do not contact”',
	effect: 'write',
	input: z.object({
		...versionRead,
		because: reason,
		/** original time of the mark, for an undo of `people.allowContact` */ since: instant.optional()
	}),
	output: z.object({ id: z.string(), name: z.string(), changedAt: z.string() }),
	example: { id: exampleId, because: 'Asked me not to write about this' },
	said: ({ name }) => `${name} marked “Do not contact”`,
	undo: ({ id, changedAt }): UndoStep => undoneBy(allowContact, { id, changedAt }),
	run: writes.doNotContact
});

/**
 * Lifts the do-not-contact mark of a person.
 * @returns the reason and time of the mark and `changedAt` of the entry, for an undo
 * @refuses `people.not-marked`, `people.changed-meanwhile` (conflict) when `changedAt` is given and
 * the entry is newer
 */
export const allowContact = operation({
	name: 'people.allowContact',
	http: { verb: 'DELETE', path: '/people/{id}/do-not-contact' },
	summary: 'Remove the mark “Do not contact” from a person',
	effect: 'write',
	input: z.object(versionRead),
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
 * Erases a person: the entry, their interviews with all messages, introductions by and of them, places
 * where they were asked, met or named, their name in texts to people they introduced, and rejected rows
 * that mention them. Only keyed hashes stay on the suppression list, so that no later import adds the
 * person: of their addresses or, without any, of name and workplace together, which apply to rows
 * without an address. This cannot be undone.
 * @returns counts of what was erased, and by what the person stays suppressed
 * @source method.md 2 "opt-out and erasure at any time"
 */
export const forgetPerson = operation({
	name: 'people.forget',
	http: { verb: 'DELETE', path: '/people/{id}' },
	summary: 'Delete a person for good; only hashes stay, so that no import adds them again',
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
		await suppress(scope, hashesToKeep(await suppressionKeys(), suppressionTexts(person)), {
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
 * Reverses `people.add`: deletes a person added by hand and not used since, without a trace.
 * @refuses `people.in-use` (conflict) when the entry was changed since, has an interview, introduced
 * somebody, was asked, met or named, or came from a file
 */
export const takeBackPerson = operation({
	name: 'people.takeBack',
	http: { verb: 'POST', path: '/people/{id}/take-back' },
	summary: 'Undo adding a person by hand',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({}),
	example: { id: exampleId },
	run: writes.takeBackPerson
});
