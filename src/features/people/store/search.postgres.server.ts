import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '#server/scope.server.ts';
import type { AmongPeople, Found, Near, SearchEntry, Stretch } from './search-entry.ts';

/**
 * Text search, the PostgreSQL body. Beneath row-level security no index answers `like`, so two
 * functions of the owner look into the index for the transaction's workspace (migrations 0013, 0037).
 * They cannot see whom a page may show, so they are asked for a few entries more than it needs, and
 * again from there on while too few of them are shown.
 */
interface Entry {
	entry: number;
	person_id: string;
}

/** Entries that are asked for at most at one time [D]. */
const mostAtOnce = 4000;

/** A person's place in the index, in the order in which people were added. */
export const entry = sql.ref<number>('people_search.entry');

/** Anywhere in the words; a backslash is a letter here, not an escape. */
function anywhere(part: string): string {
	return `%${part.replaceAll('\\', '\\\\')}%`;
}

/** @param holding entries after one, so many at most, as a function of the owner finds them */
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
		// Who is not shown comes without an id.
		found.push(...(entries.filter(({ id }) => id !== null) as unknown as Found<Row>[]));
		const last = entries.at(-1);
		if (!last || entries.length < most || found.length >= limit) return found.slice(0, limit);
		from = last.entry;
		most = Math.min(4 * most, mostAtOnce);
	}
}

/** Whoever's words hold every part, and at least one of the titles where there are any. */
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

/** Takes one person out. */
export async function removeFromSearch(scope: Scope, { personId }: SearchEntry): Promise<void> {
	await scope.db
		.deleteFrom('people_search')
		.where('workspace_id', '=', scope.workspaceId)
		.where('person_id', '=', personId)
		.execute();
}
