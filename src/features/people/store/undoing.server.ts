import type { Scope } from '#server/scope.server.ts';
import { peopleInUse } from './people-in-use.server.ts';
import type { References } from './person-references.server.ts';
import { nextEntries, removeEntries } from './search.server.ts';

/** Detaches the people in use from an import, so that they stay when it is undone. */
export async function detachPeopleInUse(scope: Scope, references: References, importId: string) {
	const inUse = await peopleInUse(scope, references, { importId });
	for (let start = 0; start < inUse.length; start += 500) {
		await scope.db
			.updateTable('people')
			.set({ import_id: null })
			.where('workspace_id', '=', scope.workspaceId)
			.where(
				'id',
				'in',
				inUse.slice(start, start + 500).map((person) => person.id)
			)
			.execute();
	}
	return inUse;
}

/** Whether an import still has people. */
export async function hasPeople(scope: Scope, importId: string): Promise<boolean> {
	const any = await scope.db
		.selectFrom('people')
		.select('id')
		.where('workspace_id', '=', scope.workspaceId)
		.where('import_id', '=', importId)
		.limit(1)
		.executeTakeFirst();
	return any !== undefined;
}

/**
 * One step of deleting the people of an import: walks along the search index, since its entries refer
 * to the people and not the reverse.
 * @returns the entry after which to continue, or undefined at the end
 */
export async function clearStep(
	scope: Scope,
	importId: string,
	after: number,
	size: number
): Promise<number | undefined> {
	const entries = await nextEntries(scope, after, size);
	if (entries.length === 0) return undefined;
	// Filtered by id only: with a condition on the import, the planner would scan the whole import.
	const people = await scope.db
		.selectFrom('people')
		.select(['id', 'import_id'])
		.where('workspace_id', '=', scope.workspaceId)
		.where(
			'id',
			'in',
			entries.map((entry) => entry.personId)
		)
		.execute();
	const own = people.filter((person) => person.import_id === importId);
	const ids = new Set(own.map(({ id }) => id));
	await removeEntries(
		scope,
		entries.filter((entry) => ids.has(entry.personId)).map(({ entry }) => entry)
	);
	if (ids.size > 0) {
		await scope.db
			.deleteFrom('people')
			.where('workspace_id', '=', scope.workspaceId)
			.where('id', 'in', [...ids])
			.execute();
	}
	return entries.at(-1)?.entry;
}
