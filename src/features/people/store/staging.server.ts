import { hashesToFind, type SuppressionKeys } from '#server/suppression-keys.ts';
import type { Scope } from '#server/scope.server.ts';
import type { Batch, ReadPerson } from '../importing/messages.ts';
import { suppressedBy } from '../rules/protection.ts';
import { suppressesAnybody, suppressed } from './suppression.server.ts';
import { insertMany } from './insert-many.server.ts';
import { addToSearch } from './search.server.ts';
import { visiblePeople } from './visible.server.ts';

/** What became of a batch: people staged, already here, kept out. */
export interface Staged {
	fresh: number;
	known: number;
	suppressed: number;
}

/**
 * Stages the people of a batch who are neither here nor kept out: they carry their import and
 * appear when it is committed.
 */
export async function stageBatch(
	scope: Scope,
	batch: Batch,
	during: { importId: string; keys: SuppressionKeys; now: string }
): Promise<Staged> {
	const { unknown, fresh } = await partOf(scope, batch, during.keys);
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

/** How many of a batch would be staged. */
export async function countFresh(
	scope: Scope,
	batch: Batch,
	keys: SuppressionKeys
): Promise<number> {
	return (await partOf(scope, batch, keys)).fresh.length;
}

/** Those of a batch who are not here, and those of them who are not kept out either. */
async function partOf(scope: Scope, batch: Batch, keys: SuppressionKeys) {
	const profiles = await knownAddresses(scope, batch, 'profile');
	const emails = await knownAddresses(scope, batch, 'email');
	const unknown = batch.filter(
		({ email, profile }) => !(profile && profiles.has(profile)) && !(email && emails.has(email))
	);
	const out = await suppressedOf(scope, unknown, keys);
	const fresh = out.size > 0 ? unknown.filter((person) => !out.has(person)) : unknown;
	return { unknown, fresh };
}

/** Addresses of a batch that a visible person already has. */
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
	if (!(await suppressesAnybody(scope))) return new Set();
	const hashed = people.flatMap((person) =>
		hashesToFind(keys, suppressedBy(person)).map((hash) => ({ hash, person }))
	);
	const kept = await suppressed(scope, [...new Set(hashed.map(({ hash }) => hash))]);
	const out = new Set(kept.map(({ hash }) => hash));
	return new Set(hashed.filter(({ hash }) => out.has(hash)).map(({ person }) => person));
}

/**
 * Counts on the import what a batch brought.
 * @returns whether the import is still wanted: discarding it stops the reading
 */
export async function countBatch(
	scope: Scope,
	importId: string,
	read: number,
	staged: Staged
): Promise<boolean> {
	const counted = await scope.db
		.updateTable('imports')
		.set((is) => ({
			read_count: is('read_count', '+', read),
			new_count: is('new_count', '+', staged.fresh),
			known_count: is('known_count', '+', staged.known),
			suppressed_count: is('suppressed_count', '+', staged.suppressed)
		}))
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', importId)
		.where('undone_at', 'is', null)
		.executeTakeFirst();
	return counted.numUpdatedRows > 0n;
}
