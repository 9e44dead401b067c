import { z } from 'zod';
import { id } from '#features/account/shapes.ts';
import { missing, refuse, type Refusal } from '#kernel/refusal.ts';
import { operation } from '#server/perform.ts';
import { hashesToFind, hashesToKeep, type KeptOutKeys } from '#server/kept-out-keys.ts';
import type { Scope } from '#server/scope.server.ts';
import { nameKeys } from '../rules/folding.ts';
import { addressesOf } from '../rules/protection.ts';
import { person, personFields } from '../shapes.ts';
import { importRow } from '../store/imports.server.ts';
import { keepOut, keptOut } from '../store/kept-out.server.ts';
import * as store from '../store/people.server.ts';
import { unstage } from '../store/unstaging.server.ts';
import { personInWords } from './words.ts';

const exampleId = '01938b6c-0000-7000-8000-000000000001';

/** One person with where the entry came from and what would go with them. */
export const seePerson = operation({
	name: 'people.see',
	http: { verb: 'GET', path: '/people/{id}' },
	summary: 'See one person',
	effect: 'read',
	input: z.object({ id }),
	output: person,
	example: { id: exampleId },
	run: async ({ scope }, input) => {
		const row = await store.personRow(scope, input.id);
		if (!row) throw missing('person');
		const file = row.import_id ? await importRow(scope, row.import_id) : undefined;
		return personInWords(row, file, await store.goesWith(scope, row));
	}
});

/**
 * Adds a person by hand. One who was forgotten may be added again; one who must not be contacted
 * keeps that mark.
 * @refuses `people.same-person` (conflict) naming the person who has this e-mail or profile
 * address; `people.id-taken` (conflict)
 * @source method.md 2 "Protect partners"; stack.md "Same person?"
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
	run: async ({ scope, now, keptOutKeys, record, newId }, { id: wanted, ...fields }) => {
		const personId = wanted ?? newId();
		const columns = columnsOf(fields, { name: fields.name, given_name: '', family_name: '' });
		if (wanted) {
			const before = await store.personRow(scope, wanted);
			if (before && isAsAdded(before, columns)) return added(before);
			if (await store.isTaken(scope, wanted)) throw idTaken();
		}
		await refuseSamePerson(scope, columns, personId);
		const mark = await arrive(scope, await keptOutKeys(), columns, personId);
		const row = {
			id: personId,
			source: 'hand',
			added_at: now,
			changed_at: now,
			...columns,
			...mark
		};
		await store.addPerson(scope, row);
		record({ verb: 'people.added', about: { kind: 'person', id: personId } });
		return added({ do_not_contact_at: null, ...row });
	}
});

/**
 * Changes what is known of a person; what is left out stays.
 * @returns what stood there before, so that the change can be taken back
 * @refuses `people.same-person`, `people.changed-meanwhile` (conflict) when `changedAt` is given
 * and the entry is newer
 */
export const changePerson = operation({
	name: 'people.change',
	http: { verb: 'PATCH', path: '/people/{id}' },
	summary: 'Change what is known of a person',
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
	run: async ({ scope, now, keptOutKeys, record }, { id: personId, changedAt, ...fields }) => {
		const before = await store.personRow(scope, personId);
		if (!before) throw missing('person');
		if (changedAt && changedAt !== before.changed_at) throw changedMeanwhile();
		const columns = columnsOf(fields, before);
		const changed = Object.entries(columns).filter(
			([column, value]) => before[column as keyof store.PersonRow] !== value
		);
		const name = fields.name ?? before.name;
		if (changed.length === 0) {
			return { id: personId, name, changedAt: before.changed_at, before: {} };
		}
		await refuseSamePerson(scope, columns, personId);
		// An address that stands as it stood was decided about already.
		const fresh: Columns = Object.fromEntries(changed);
		const keys = await keptOutKeys();
		const mark = before.do_not_contact_at ? {} : await arrive(scope, keys, fresh, personId);
		await store.changePerson(scope, before, { ...fresh, ...mark, changed_at: now });
		if (before.do_not_contact_at) {
			const hashes = hashesToKeep(keys, addressesOf(fresh));
			await keepOut(scope, hashes, { because: 'do-not-contact', personId, since: now });
		}
		record({ verb: 'people.changed', about: { kind: 'person', id: personId } });
		return { id: personId, name, changedAt: now, before: typedBefore(fields, before) };
	}
});

type Fields = {
	[Field in keyof typeof personFields]?: z.output<(typeof personFields)[Field]> | undefined;
};
type Columns = Partial<store.PersonRow>;

/** The columns that fields stand for; a name brings its folded keys. */
function columnsOf(
	fields: Fields,
	before: { name: string; given_name: string; family_name: string }
) {
	const { name, givenName, familyName, phone, ...others } = fields;
	const columns: Columns = Object.fromEntries(
		Object.entries(others).filter(([, value]) => value !== undefined)
	);
	if (phone !== undefined) columns.phone = phone || null;
	// A new name in one piece ends the old halves, unless these came along.
	const renamed = name !== undefined && name !== before.name;
	const given = givenName ?? (renamed ? '' : before.given_name);
	const family = familyName ?? (renamed ? '' : before.family_name);
	const { nameKey, familyKey } = nameKeys({ given, family, name: name ?? before.name });
	return {
		...columns,
		name: name ?? before.name,
		given_name: given,
		family_name: family,
		name_key: nameKey,
		family_key: familyKey
	};
}

function isAsAdded(before: store.PersonRow, columns: Columns): boolean {
	return Object.entries(columns).every(
		([column, value]) => before[column as keyof store.PersonRow] === value
	);
}

function added(row: { id: string; name: string; do_not_contact_at: string | null }) {
	return { id: row.id, name: row.name, doNotContactAt: row.do_not_contact_at };
}

/** The fields that were given, as they were before, as a form would send them. */
function typedBefore(fields: Fields, before: store.PersonRow): Record<string, string> {
	const kept: Record<keyof Fields, string | null> = {
		...before,
		givenName: before.given_name,
		familyName: before.family_name
	};
	return Object.fromEntries(
		Object.entries(fields)
			.filter(([, value]) => value !== undefined)
			.map(([field]) => [field, kept[field as keyof Fields] ?? ''])
	);
}

async function refuseSamePerson(scope: Scope, columns: Columns, butNot: string): Promise<void> {
	const same = await store.personWith(scope, columns, butNot);
	if (!same) {
		// Somebody added by hand while an import waits is not to appear twice when it is taken over.
		await unstage(scope, columns);
		return;
	}
	const what = same.by === 'email' ? 'e-mail' : 'LinkedIn';
	throw refuse(
		'conflict',
		'people.same-person',
		`${same.name} is here already with this ${what} address. Nothing was changed. Open their entry and add to it.`,
		same.by
	);
}

/**
 * Looks whether an address of somebody who comes in by hand was kept out. Whoever was forgotten
 * may come back this way, and stays out of imports; whoever must not be contacted stays marked.
 */
async function arrive(scope: Scope, keys: KeptOutKeys, columns: Columns, personId: string) {
	const kept = await keptOut(scope, hashesToFind(keys, addressesOf(columns)));
	const marked = kept.filter(({ because }) => because === 'do-not-contact');
	const [first] = marked;
	if (!first) return {};
	const hashes = marked.map(({ hash }) => hash);
	await keepOut(scope, hashes, { because: 'do-not-contact', personId, since: first.since });
	return {
		do_not_contact_at: first.since,
		do_not_contact_because: 'Asked earlier not to be contacted'
	};
}

function idTaken() {
	return refuse(
		'conflict',
		'people.id-taken',
		'This id belongs to another entry. Nothing was changed. Leave it out, and a fresh one is given.',
		'id'
	);
}

/** The entry is newer than what the caller saw. */
export function changedMeanwhile(): Refusal {
	return refuse(
		'conflict',
		'people.changed-meanwhile',
		'This entry was changed elsewhere meanwhile. Nothing was overwritten. Look at it once more, then save.'
	);
}
