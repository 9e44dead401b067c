import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '#server/scope.server.ts';
import type { AmongPeople, Found, Near, SearchEntry, Stretch } from './search-entry.ts';

/**
 * Text search on PostgreSQL. Under row-level security no index serves `like`, so two functions of the
 * database owner search the index for the transaction's workspace (migrations 0013, 0037). They do not
 * know which people are visible, so they return a few entries more than the page needs, and are called
 * again from there on until the page is full.
 */
interface Entry {
	entry: number;
	person_id: string;
}

/** Most entries requested in one call [D]. */
const mostAtOnce = 4000;

/** A person's entry number in the index, in the order in which people were added. */
export const entry = sql.ref<number>('people_search.entry');

/** `like` pattern that matches a part anywhere in the text; a backslash is literal. */
function anywhere(part: string): string {
	return `%${part.replaceAll('\\', '\\\\')}%`;
}

/** @param holding calls a function of the owner for at most so many entries after a given one */
async function inSteps<Row>(
	scope: Scope,
	{ after, limit }: Stretch,
	among: AmongPeople<Row>,
	holding: (after: number, most: number) => RawBuilder<Entry>
): Promise<Found<Row>[]> {
	const shown = (among as AmongPeople<unknown>).as('shown');
	const found: Found<Row>[] = [];
	let most = Math.min(2 * limit, mostAtOnce);
	for (let from = after; ;) {
		const entries = await scope.db
			.selectFrom(holding(from, most).as<'holding'>('holding'))
			.leftJoin(shown, (join) => join.onRef('shown.id', '=', 'holding.person_id'))
			.selectAll('shown')
			.select('holding.entry')
			.orderBy('holding.entry')
			.limit(most)
			.execute();
		// People who are not visible have no id in the result of the outer join.
		found.push(...(entries.filter(({ id }) => id !== null) as unknown as Found<Row>[]));
		const last = entries.at(-1);
		if (!last || entries.length < most || found.length >= limit) return found.slice(0, limit);
		from = last.entry;
		most = Math.min(4 * most, mostAtOnce);
	}
}

/** People whose text contains every part, and at least one of the titles if there are any. */
export function peopleHolding<Row>(
	scope: Scope,
	{ titles = [], parts }: Near,
	stretch: Stretch,
	among: AmongPeople<Row>
): Promise<Found<Row>[]> {
	const [any, all] = [titles.map(anywhere), parts.map(anywhere)];
	return inSteps(scope, stretch, among, (after, most) =>
		titles.length > 0
			? sql`people_holding_any(${any}::text[], ${all}::text[], ${after}::bigint, ${most}::bigint)`
			: sql`people_holding(${all}::text[], ${after}::bigint, ${most}::bigint)`
	);
}

/** Removes one person from the index. */
export async function removeFromSearch(scope: Scope, { personId }: SearchEntry): Promise<void> {
	await scope.db
		.deleteFrom('people_search')
		.where('workspace_id', '=', scope.workspaceId)
		.where('person_id', '=', personId)
		.execute();
}
