import { hashesToFind, type SuppressionKeys } from '#server/suppression-keys.ts';
import type { Scope } from '#server/scope.server.ts';
import type { Batch, ReadPerson } from '../importing/messages.ts';
import { suppressionTexts } from '../rules/protection.ts';
import { hasSuppressions, suppressed } from './suppression.server.ts';
import { insertMany } from './insert-many.server.ts';
import { addToSearch } from './search.server.ts';
import { visiblePeople } from './visible.server.ts';

/** Result of a batch: numbers of people staged, already in the address book, and suppressed. */
export interface Staged {
	fresh: number;
	known: number;
	suppressed: number;
}

/**
 * Stages the people of a batch who are neither in the address book nor suppressed: they refer to their
 * import and become visible when it is committed.
 */
export async function stageBatch(
	scope: Scope,
	batch: Batch,
	during: { importId: string; keys: SuppressionKeys; now: string }
): Promise<Staged> {
	const { unknown, fresh } = await newPeopleOf(scope, batch, during.keys);
	const staged = {
		source: 'linkedin',
		import_id: during.importId,
		added_at: during.now,
		changed_at: during.now
	};
	await insertMany(
		scope,
		'people',
		fresh.map(({ words, ...columns }) => {
			void words;
			return { workspace_id: scope.workspaceId, ...columns, ...staged };
		})
	);
	await addToSearch(
		scope,
		fresh.map(({ id, words }) => ({ personId: id, words }))
	);
	return {
		fresh: fresh.length,
		known: batch.length - unknown.length,
		suppressed: unknown.length - fresh.length
	};
}

/** Number of people of a batch who would be staged. */
export async function countFresh(
	scope: Scope,
	batch: Batch,
	keys: SuppressionKeys
): Promise<number> {
	return (await newPeopleOf(scope, batch, keys)).fresh.length;
}

/** The people of a batch who are not in the address book, and those of them who are not suppressed. */
async function newPeopleOf(scope: Scope, batch: Batch, keys: SuppressionKeys) {
	const profiles = await knownAddresses(scope, batch, 'profile');
	const emails = await knownAddresses(scope, batch, 'email');
	const unknown = batch.filter(
		({ email, profile }) => !(profile && profiles.has(profile)) && !(email && emails.has(email))
	);
	const out = await suppressedOf(scope, unknown, keys);
	const fresh = out.size > 0 ? unknown.filter((person) => !out.has(person)) : unknown;
	return { unknown, fresh };
}

/** Addresses of a batch that belong to a visible person. */
async function knownAddresses(scope: Scope, batch: Batch, column: 'email' | 'profile') {
	const values = batch.map((person) => person[column]).filter((value) => value !== null);
	if (values.length === 0) return new Set<string | null>();
	const rows = await visiblePeople(scope)
		.select(`people.${column} as address`)
		.where(`people.${column}`, 'in', values)
		.execute();
	return new Set(rows.map(({ address }) => address));
}

async function suppressedOf(
	scope: Scope,
	people: readonly ReadPerson[],
	keys: SuppressionKeys
): Promise<Set<ReadPerson>> {
	if (!(await hasSuppressions(scope))) return new Set();
	const hashed = people.flatMap((person) =>
		hashesToFind(keys, suppressionTexts(person)).map((hash) => ({ hash, person }))
	);
	const suppressions = await suppressed(scope, [...new Set(hashed.map(({ hash }) => hash))]);
	const out = new Set(suppressions.map(({ hash }) => hash));
	return new Set(hashed.filter(({ hash }) => out.has(hash)).map(({ person }) => person));
}

/**
 * Adds the counts of a batch to the import.
 * @returns false when the import was discarded, so that reading stops
 */
export async function countBatch(
	scope: Scope,
	importId: string,
	read: number,
	staged: Staged
): Promise<boolean> {
	const counted = await scope.db
		.updateTable('imports')
		.set((eb) => ({
			read_count: eb('read_count', '+', read),
			new_count: eb('new_count', '+', staged.fresh),
			known_count: eb('known_count', '+', staged.known),
			suppressed_count: eb('suppressed_count', '+', staged.suppressed)
		}))
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', importId)
		.where('undone_at', 'is', null)
		.executeTakeFirst();
	return counted.numUpdatedRows > 0n;
}
