import { engineOf } from '#server/db/place.ts';
import type { Scope } from '#server/scope.server.ts';
import { insertMany } from './insert-many.server.ts';
import type { AmongPeople, Found, Near, SearchEntry, Stretch } from './search-entry.ts';
import * as postgres from './search.postgres.server.ts';
import * as sqlite from './search.sqlite.server.ts';

/** Text search is the one thing with a body for each engine (docs/decisions/0001-two-engines-one-sql.md). */
function body(scope: Scope): typeof sqlite | typeof postgres {
	return engineOf(scope.db) === 'postgres' ? postgres : sqlite;
}

/** The people among those given whose words hold every part, in the order they were added. */
export function peopleHolding<Row>(
	scope: Scope,
	parts: readonly string[],
	stretch: Stretch,
	among: AmongPeople<Row>
): Promise<Found<Row>[]> {
	return body(scope).peopleHolding(scope, parts, stretch, among);
}

/**
 * The people among those given whose words hold at least one of the titles and every part, in the
 * order they were added.
 */
export function peopleHoldingAny<Row>(
	scope: Scope,
	near: Near,
	stretch: Stretch,
	among: AmongPeople<Row>
): Promise<Found<Row>[]> {
	return body(scope).peopleHoldingAny(scope, near, stretch, among);
}

export async function addToSearch(scope: Scope, entries: readonly SearchEntry[]): Promise<void> {
	const { workspaceId: workspace_id } = scope;
	await insertMany(
		scope,
		'people_search',
		entries.map(({ personId, words }) => ({ workspace_id, person_id: personId, words }))
	);
}

/** Takes one person out; the words are those they were added with. */
export function removeFromSearch(scope: Scope, entry: SearchEntry): Promise<void> {
	return body(scope).removeFromSearch(scope, entry);
}

/** The next entries, to walk through them in small steps. */
export function nextEntries(
	scope: Scope,
	after: number,
	limit: number
): Promise<{ entry: number; personId: string }[]> {
	return body(scope).nextEntries(scope, after, limit);
}

export function removeEntries(scope: Scope, entries: readonly number[]): Promise<void> {
	return body(scope).removeEntries(scope, entries);
}
