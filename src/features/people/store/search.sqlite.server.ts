import { sql } from 'kysely';
import type { Scope } from '#server/scope.server.ts';
import type { FoundPeople, Near, SearchEntry } from './search-entry.ts';
import { visiblePeople } from './visible.server.ts';

/**
 * Text search, the SQLite body: an FTS5 table of trigrams. `like '%…%'` is answered from its
 * index where the pattern holds three characters in a row, and verified by SQLite itself; that
 * measured as fast as `match` and needs no second look. Rows come in the order they were added,
 * so a page costs what it shows, not what matches.
 */
const rowid = sql.ref<number>('people_search.rowid');

/** People with their place in the search table, below a limit. */
function entriesBeyond(scope: Scope, after: number, limit: number) {
	return visiblePeople(scope)
		.innerJoin('people_search', (join) =>
			join
				.onRef('people_search.workspace_id', '=', 'people.workspace_id')
				.onRef('people_search.person_id', '=', 'people.id')
		)
		.select(rowid.as('entry'))
		.where(rowid, '>', after)
		.orderBy(rowid)
		.limit(limit);
}

/** Visible people whose words hold every part. */
export function peopleHolding(
	scope: Scope,
	parts: readonly string[],
	after: number,
	limit: number
): FoundPeople {
	return parts.reduce(
		(found, part) => found.where('people_search.words', 'like', `%${part}%`),
		entriesBeyond(scope, after, limit)
	) as unknown as FoundPeople;
}

/**
 * Visible people whose words hold at least one of the titles, and every part. Many `like` under one `or` are
 * slow (113 ms for twelve titles in 30,000 people against 8 ms), so the trigrams of all titles
 * are asked for in one `match`, and `like` only verifies what it found.
 */
export function peopleHoldingAny(
	scope: Scope,
	{ titles, parts }: Near,
	after: number,
	limit: number
): FoundPeople {
	const near = entriesBeyond(scope, after, limit)
		.where(sql<boolean>`people_search match ${titles.map(trigrams).join(' OR ')}`)
		.where((is) =>
			is.or(titles.map((title) => is(sql`people_search.words || ''`, 'like', `%${title}%`)))
		);
	return parts.reduce(
		(found, part) => found.where('people_search.words', 'like', `%${part}%`),
		near
	) as unknown as FoundPeople;
}

function trigrams(title: string): string {
	const letters = [...title];
	const parts = letters.slice(2).map((_, at) => `"${letters.slice(at, at + 3).join('')}"`);
	return `(${parts.join(' AND ')})`;
}

/**
 * How thoroughly the index forgets. Thorough is slow: right for one person who asks for it, not for
 * 30,000 rows of an import that is undone. The setting is the index's own, of no workspace.
 */
async function forgetThoroughly(scope: Scope, so: 0 | 1): Promise<void> {
	await sql`insert into people_search (people_search, rank) values ('secure-delete', ${sql.lit(so)})`.execute(
		scope.db.withoutPlugins()
	);
}

/** Takes one person out; the words as they were added lead to the entry. */
export async function removeFromSearch(
	scope: Scope,
	{ personId, words }: SearchEntry
): Promise<void> {
	await forgetThoroughly(scope, 1);
	await scope.db
		.deleteFrom('people_search')
		.where('workspace_id', '=', scope.workspaceId)
		.where('person_id', '=', personId)
		.where('words', 'like', `%${[...words].slice(0, 40).join('')}%`)
		.execute();
	await forgetThoroughly(scope, 0);
}

/** The next entries of the whole table, to walk through it in small steps. */
export function nextEntries(scope: Scope, after: number, limit: number) {
	return scope.db
		.selectFrom('people_search')
		.select([rowid.as('entry'), 'person_id as personId'])
		.where('workspace_id', '=', scope.workspaceId)
		.where(rowid, '>', after)
		.orderBy(rowid)
		.limit(limit)
		.execute();
}

export async function removeEntries(scope: Scope, entries: readonly number[]): Promise<void> {
	if (entries.length === 0) return;
	await scope.db
		.deleteFrom('people_search')
		.where('workspace_id', '=', scope.workspaceId)
		.where(rowid, 'in', [...entries])
		.execute();
}
