import { found, refuseConflict } from '#kernel/refusal.ts';
import { nameKeys } from '#method/folding.ts';
import { hashesToFind, type SuppressionKeys } from '#server/suppression-keys.ts';
import type { Context } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import type { z } from 'zod';
import { addressesOf } from '../rules/protection.ts';
import type { personFields } from '../schemas.ts';
import { suppress, suppressed } from '../store/suppression.server.ts';
import * as store from '../store/people.server.ts';
import { unstage } from '../store/unstaging.server.ts';

type Added = Fields & { name: string; id?: string | undefined };

/** Adds a person by hand, for `people.add` and operations that include it; refusals as of `people.add`. */
export async function addPerson(
	{ scope, now, suppressionKeys, record, newId }: Context,
	{ id: wanted, ...fields }: Added
) {
	const personId = wanted ?? newId();
	const columns = columnsOf(fields, { name: fields.name, given_name: '', family_name: '' });
	if (wanted) {
		const before = await store.personRow(scope, wanted);
		if (before && isAsAdded(before, columns)) return added(before);
		if (await store.isTaken(scope, wanted)) throw idTaken;
	}
	await refuseSameOrUnstage(scope, columns, personId);
	const mark = await checkSuppression(scope, await suppressionKeys(), columns, personId);
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

export type Fields = {
	[Field in keyof typeof personFields]?: z.output<(typeof personFields)[Field]> | undefined;
};
export type Columns = Partial<store.PersonRow>;

/** The columns for input fields, including the folded keys of a name. */
export function columnsOf(
	fields: Fields,
	before: { name: string; given_name: string; family_name: string }
) {
	const { name, givenName, familyName, ...others } = fields;
	const columns: Columns = Object.fromEntries(
		Object.entries(others).filter(([, value]) => value !== undefined)
	);
	// A new name in one piece clears the old halves, unless new ones are given.
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

/**
 * Refuses a second entry with the same address; where only a waiting import has one, that staged person is
 * deleted, so that the import makes no duplicate.
 * @throws Refusal `people.same-person`
 */
export async function refuseSameOrUnstage(
	scope: Scope,
	columns: Columns,
	butNot: string
): Promise<void> {
	const same = await store.personWith(scope, columns, butNot);
	if (!same) {
		await unstage(scope, columns);
		return;
	}
	const what = same.by === 'email' ? 'e-mail' : 'LinkedIn';
	throw refuseConflict(
		'people.same-person',
		`${same.name} already has this ${what} address. Nothing was changed. Open that entry and edit it.`,
		same.by
	);
}

/**
 * Checks the addresses of a person added by hand against the suppression list. A forgotten person may
 * be added and stays suppressed for imports; a person who must not be contacted is marked so.
 */
export async function checkSuppression(
	scope: Scope,
	keys: SuppressionKeys,
	columns: Columns,
	personId: string
) {
	const suppressions = await suppressed(scope, hashesToFind(keys, addressesOf(columns)));
	const marked = suppressions.filter(({ because }) => because === 'do-not-contact');
	const [first] = marked;
	if (!first) return {};
	const hashes = marked.map(({ hash }) => hash);
	await suppress(scope, hashes, { because: 'do-not-contact', personId, since: first.since });
	return {
		do_not_contact_at: first.since,
		do_not_contact_because: 'Asked earlier not to be contacted'
	};
}

const idTaken = refuseConflict(
	'people.id-taken',
	'This id belongs to another entry. Nothing was changed. Leave out the id, and a new one is created.',
	'id'
);

/** A person and the version that the caller read. */
export interface VersionRead {
	id: string;
	/** version that the caller read; left out, it is not compared */
	changedAt?: string | undefined;
}

/**
 * Reads a person to be changed and checks the version.
 * @throws Refusal `person.missing`, `people.changed-meanwhile` when the entry is newer
 */
export async function personToChange(
	scope: Scope,
	{ id, changedAt }: VersionRead
): Promise<store.PersonRow> {
	const person = found(await store.personRow(scope, id), 'person');
	if (changedAt && changedAt !== person.changed_at) throw changedMeanwhile;
	return person;
}

const changedMeanwhile = refuseConflict(
	'people.changed-meanwhile',
	'This entry was changed elsewhere in the meantime. Nothing was overwritten. Check the entry, then save again.'
);
