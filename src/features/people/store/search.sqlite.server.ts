import { sql } from 'kysely';
import type { Scope } from '#server/scope.server.ts';
import type { AmongPeople, Found, Near, SearchEntry, Stretch } from './search-entry.ts';

/**
 * Text search, the SQLite body: an FTS5 table of trigrams. `like '%…%'` is answered from its
 * index where the pattern holds three characters in a row, and verified by SQLite itself; that
 * measured as fast as `match` and needs no second look. Rows come in the order they were added,
 * so a page costs what it shows, not what matches.
 */
export const entry = sql.ref<number>('people_search.rowid');

/** The people with their place in the search table, of a stretch of it. */
function entriesOf<Row>({ after, limit }: Stretch, among: AmongPeople<Row>) {
	return (among as AmongPeople<unknown>)
		.innerJoin('people_search', (join) =>
			join
				.onRef('people_search.workspace_id', '=', 'people.workspace_id')
				.onRef('people_search.person_id', '=', 'people.id')
		)
		.select(entry.as('entry'))
		.where(entry, '>', after)
		.orderBy(entry)
		.limit(limit);
}

/**
 * Whoever's words hold every part, and at least one of the titles where there are any. Many `like` under
 * one `or` are slow (113 ms for twelve titles in 30,000 people against 8 ms), so the trigrams of all
 * titles are asked for in one `match`, and `like` only verifies what it found.
 */
export async function peopleHolding<Row>(
	_: Scope,
	{ titles = [], parts }: Near,
	stretch: Stretch,
	among: AmongPeople<Row>
): Promise<Found<Row>[]> {
	let holding = entriesOf(stretch, among);
	if (titles.length > 0) {
		holding = holding
			.where(sql<boolean>`people_search match ${titles.map(trigrams).join(' OR ')}`)
			.where((is) =>
				is.or(titles.map((title) => is(sql`people_search.words || ''`, 'like', `%${title}%`)))
			);
	}
	for (const part of parts) holding = holding.where('people_search.words', 'like', `%${part}%`);
	return (await holding.execute()) as Found<Row>[];
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
