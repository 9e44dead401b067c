import { sql } from 'kysely';
import type { Scope } from '#server/scope.server.ts';
import type { AmongPeople, Found, Near, SearchEntry, Stretch } from './search-entry.ts';

/**
 * Text search on SQLite: an FTS5 table of trigrams. It serves `like '%…%'` from its index if the
 * pattern has three characters in a row, and verifies the matches; that measured as fast as `match`.
 * Rows come in the order they were added, so the cost depends on the page, not on the matches.
 */
export const entry = sql.ref<number>('people_search.rowid');

/** The people of a part of the search table, with their entry numbers. */
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
 * People whose text contains every part, and at least one of the titles if there are any. Many `like`
 * in one `or` are slow (113 ms for twelve titles in 30,000 people against 8 ms), so one `match` searches
 * for the trigrams of all titles, and `like` only verifies its results.
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
			.where((eb) =>
				eb.or(titles.map((title) => eb(sql`people_search.words || ''`, 'like', `%${title}%`)))
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
 * Sets FTS5's `secure-delete` for the index: 1 overwrites deleted text at once, which is slow and used
 * for one person who is forgotten, not for the 30,000 rows of an undone import. It applies to the whole
 * index, not to a workspace.
 */
async function setSecureDelete(scope: Scope, so: 0 | 1): Promise<void> {
	await sql`insert into people_search (people_search, rank) values ('secure-delete', ${sql.lit(so)})`.execute(
		scope.db.withoutPlugins()
	);
}

/** Removes one person from the index, found by the text they were indexed with. */
export async function removeFromSearch(
	scope: Scope,
	{ personId, words }: SearchEntry
): Promise<void> {
	await setSecureDelete(scope, 1);
	await scope.db
		.deleteFrom('people_search')
		.where('workspace_id', '=', scope.workspaceId)
		.where('person_id', '=', personId)
		.where('words', 'like', `%${[...words].slice(0, 40).join('')}%`)
		.execute();
	await setSecureDelete(scope, 0);
}
