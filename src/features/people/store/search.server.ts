import { engineOf } from '#server/db/connection-settings.ts';
import type { Scope } from '#server/scope.server.ts';
import { insertMany } from './insert-many.server.ts';
import type { SearchEntry } from './search-entry.ts';
import * as postgres from './search.postgres.server.ts';
import * as sqlite from './search.sqlite.server.ts';

/**
 * The text search of the scope's database engine, the only part with an implementation for each engine
 * (docs/decisions/0001-two-engines-one-sql.md): finds people whose text matches, in the order in which
 * they were added, and removes a person from the index, given the text they were indexed with.
 */
export function searchIn(scope: Scope): typeof sqlite | typeof postgres {
	return engineOf(scope.db) === 'postgres' ? postgres : sqlite;
}

export async function addToSearch(scope: Scope, entries: readonly SearchEntry[]): Promise<void> {
	const { workspaceId: workspace_id } = scope;
	await insertMany(
		scope,
		'people_search',
		entries.map(({ personId, words }) => ({ workspace_id, person_id: personId, words }))
	);
}

/** The next entries of the index after one, to walk through it in small steps. */
export function nextEntries(scope: Scope, after: number, limit: number) {
	const { entry } = searchIn(scope);
	return scope.db
		.selectFrom('people_search')
		.select([entry.as('entry'), 'person_id as personId'])
		.where('workspace_id', '=', scope.workspaceId)
		.where(entry, '>', after)
		.orderBy(entry)
		.limit(limit)
		.execute();
}

export async function removeEntries(scope: Scope, entries: readonly number[]): Promise<void> {
	if (entries.length === 0) return;
	await scope.db
		.deleteFrom('people_search')
		.where('workspace_id', '=', scope.workspaceId)
		.where(searchIn(scope).entry, 'in', [...entries])
		.execute();
}
