import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '#server/scope.server.ts';
import type { FoundPeople, Near, SearchEntry } from './search-entry.ts';
import { visiblePeople } from './visible.server.ts';

/**
 * Text search, the PostgreSQL body. Beneath row-level security no index answers `like`, so two
 * functions of the owner look into the index for the transaction's workspace (migration 0013).
 */
interface Found {
	entry: number;
	person_id: string;
}

const entry = sql.ref<number>('people_search.entry');

/** Anywhere in the words; a backslash is a letter here, not an escape. */
function anywhere(part: string): string {
	return `%${part.replaceAll('\\', '\\\\')}%`;
}

function visibleAmong(scope: Scope, found: RawBuilder<Found>, limit: number): FoundPeople {
	return visiblePeople(scope)
		.innerJoin(found.as<'found'>('found'), (join) =>
			join.onRef('found.person_id', '=', 'people.id')
		)
		.select('found.entry')
		.orderBy('found.entry')
		.limit(limit) as unknown as FoundPeople;
}

/** Visible people whose words hold every part. */
export function peopleHolding(
	scope: Scope,
	parts: readonly string[],
	after: number,
	limit: number
): FoundPeople {
	const patterns = parts.map(anywhere);
	const found = sql<Found>`people_holding(${patterns}::text[], ${after}::bigint)`;
	return visibleAmong(scope, found, limit);
}

/** Visible people whose words hold at least one of the titles, and every part. */
export function peopleHoldingAny(
	scope: Scope,
	{ titles, parts }: Near,
	after: number,
	limit: number
): FoundPeople {
	const [any, all] = [titles.map(anywhere), parts.map(anywhere)];
	const found = sql<Found>`people_holding_any(${any}::text[], ${all}::text[], ${after}::bigint)`;
	return visibleAmong(scope, found, limit);
}

/** Takes one person out. */
export async function removeFromSearch(scope: Scope, { personId }: SearchEntry): Promise<void> {
	await scope.db
		.deleteFrom('people_search')
		.where('workspace_id', '=', scope.workspaceId)
		.where('person_id', '=', personId)
		.execute();
}

/** The next entries of the workspace, to walk through them in small steps. */
export function nextEntries(scope: Scope, after: number, limit: number) {
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
		.where(entry, 'in', [...entries])
		.execute();
}
