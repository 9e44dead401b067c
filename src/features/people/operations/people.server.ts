import { z } from 'zod';
import { exampleId, id } from '#method/field-schemas.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { found } from '#kernel/refusal.ts';
import { operation } from '#server/perform.ts';
import { hashesToKeep, type SuppressionKeys } from '#server/suppression-keys.ts';
import type { Scope } from '#server/scope.server.ts';
import { addressesOf } from '../rules/protection.ts';
import { person, personFacts, personFields } from '../schemas.ts';
import { importRow } from '../store/imports.server.ts';
import { suppress } from '../store/suppression.server.ts';
import * as store from '../store/people.server.ts';
import * as writes from '../writes/people.server.ts';
import { goesWith, relatedTo } from '../store/person-references.server.ts';
import { personReferences } from '#server/person-references.ts';
import { takeBackPerson } from './protecting.server.ts';

/** One person with the source of the entry, related items, and what erasing the person would delete. */
export const getPerson = operation({
	name: 'people.get',
	http: { verb: 'GET', path: '/people/{id}' },
	summary: 'View a person',
	effect: 'read',
	input: z.object({ id }),
	output: person,
	example: { id: exampleId },
	run: async ({ scope, extensions }, input) => {
		const row = found(await store.personRow(scope, input.id), 'person');
		const file = row.import_id ? await importRow(scope, row.import_id) : undefined;
		const references = extensions.of(personReferences);
		return {
			...facts(row),
			from: { source: row.source, importId: row.import_id, fileName: file?.file_name ?? null },
			goes: await goesWith(scope, references, row),
			related: await relatedTo(scope, references, row)
		};
	}
});

function facts(row: store.PersonRow) {
	const known = Object.keys(personFacts) as (keyof typeof personFacts)[];
	return {
		id: row.id,
		name: row.name,
		givenName: row.given_name,
		familyName: row.family_name,
		...(Object.fromEntries(known.map((fact) => [fact, row[fact]])) as Pick<
			store.PersonRow,
			keyof typeof personFacts
		>),
		connectedOn: row.connected_on,
		doNotContactAt: row.do_not_contact_at,
		doNotContactBecause: row.do_not_contact_because,
		addedAt: row.added_at,
		changedAt: row.changed_at
	};
}

/**
 * Adds a person by hand. A forgotten person may be added again; a person who must not be contacted
 * keeps that mark.
 * @refuses `people.same-person` (conflict) naming the person who has this e-mail or profile
 * address; `people.id-taken` (conflict)
 * @source method.md 2 "Protect partners"
 */
export const addPerson = operation({
	name: 'people.add',
	http: { verb: 'POST', path: '/people' },
	summary: 'Add a person by hand',
	effect: 'write',
	input: z.object({
		id: id.optional(),
		...z.object(personFields).partial().required({ name: true }).shape
	}),
	output: z.object({ id: z.string(), name: z.string(), doNotContactAt: z.string().nullable() }),
	example: { name: 'Joan Whitcombe', company: 'Harbour & Field', position: 'Copy chief' },
	said: ({ name }) => `${name} added`,
	undo: ({ id }) => undoneBy(takeBackPerson, { id }),
	run: writes.addPerson
});

/**
 * Changes a person; omitted fields stay.
 * @returns the values before, for its undo. An undo does not shorten the suppression list: an address that a
 * marked person got by mistake stays on it, and a mark that an address brought stays, until it is lifted by hand
 * @refuses `people.same-person`, `people.changed-meanwhile` (conflict) when `changedAt` is given
 * and the entry is newer
 */
export const changePerson = operation({
	name: 'people.change',
	http: { verb: 'PATCH', path: '/people/{id}' },
	summary: 'Edit a person',
	effect: 'write',
	input: z.object({
		id,
		changedAt: z.string().max(40).optional(),
		...z.object(personFields).partial().shape
	}),
	output: z.object({
		id: z.string(),
		name: z.string(),
		changedAt: z.string(),
		before: z.record(z.string(), z.string())
	}),
	example: { id: exampleId, place: 'Toronto' },
	said: 'Saved',
	undo: ({ id, changedAt, before }): UndoStep | undefined =>
		Object.keys(before).length > 0
			? undoneBy(changePerson, { id, changedAt, ...before })
			: undefined,
	run: async ({ scope, now, suppressionKeys, record }, { id: personId, changedAt, ...fields }) => {
		const before = await writes.personToChange(scope, { id: personId, changedAt });
		const columns = writes.columnsOf(fields, before);
		const changed = Object.entries(columns).filter(
			([column, value]) => before[column as keyof store.PersonRow] !== value
		);
		const name = fields.name ?? before.name;
		if (changed.length === 0) {
			return { id: personId, name, changedAt: before.changed_at, before: {} };
		}
		await writes.refuseSameOrUnstage(scope, columns, personId);
		// Only addresses that changed are checked against the suppression list.
		const fresh: writes.Columns = Object.fromEntries(changed);
		const mark = await protect(scope, await suppressionKeys(), { before, fresh, now });
		await store.changePerson(scope, before, { ...fresh, ...mark, changed_at: now });
		record({ verb: 'people.changed', about: { kind: 'person', id: personId } });
		return { id: personId, name, changedAt: now, before: typedBefore(fields, before) };
	}
});

/**
 * Puts new addresses of a marked person on the suppression list; a new address that is on it as not to
 * be contacted marks the person.
 */
async function protect(
	scope: Scope,
	keys: SuppressionKeys,
	{ before, fresh, now }: { before: store.PersonRow; fresh: writes.Columns; now: string }
): Promise<writes.Columns> {
	const personId = before.id;
	if (!before.do_not_contact_at) return writes.checkSuppression(scope, keys, fresh, personId);
	const hashes = hashesToKeep(keys, addressesOf(fresh));
	await suppress(scope, hashes, { because: 'do-not-contact', personId, since: now });
	return {};
}

/**
 * The values before the change of the given fields, in the form of an input. A name includes its two
 * halves, since a new name in one piece clears them.
 */
function typedBefore(fields: writes.Fields, before: store.PersonRow): Record<string, string> {
	const kept: Partial<Record<keyof writes.Fields, string | null>> = {
		...before,
		givenName: before.given_name,
		familyName: before.family_name
	};
	const given = Object.entries({
		...(fields.name === undefined ? {} : { givenName: '', familyName: '' }),
		...fields
	}).filter(([, value]) => value !== undefined);
	return Object.fromEntries(
		given.map(([field]) => [field, kept[field as keyof writes.Fields] ?? ''])
	);
}
