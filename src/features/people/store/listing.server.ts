import { expressionBuilder } from 'kysely';
import type { Row, Tables } from '#server/db/tables.ts';
import { beyond } from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';
import { entryIn, type Place } from '../rules/search-cursor.ts';
import { endOf, type Range, type SearchPlan } from '../rules/search-plan.ts';
import { searchIn } from './search.server.ts';
import { visiblePeople } from './visible.server.ts';

const columns = [
	'people.id',
	'people.name',
	'people.company',
	'people.position',
	'people.place',
	'people.do_not_contact_at'
] as const;

/** A person in a list, with the position after them for the cursor. */
export interface Listed extends Pick<
	Row<'people'>,
	'id' | 'name' | 'company' | 'position' | 'place' | 'do_not_contact_at'
> {
	at: Place;
}

const everybody: Range[] = [{ key: 'name_key', prefix: '' }];

/**
 * People from a position on. A search has three phases: names that begin with the query, then family
 * names, then people whose text contains it; without a query, all by name. Each phase excludes the
 * results of earlier ones, and reads along an index, so that nothing beyond the page is sorted.
 * @param limit most people to return
 */
export async function listPeople(
	scope: Scope,
	plan: SearchPlan | undefined,
	from: Place | undefined,
	limit: number
): Promise<Listed[]> {
	const ranges = plan?.ranges ?? everybody;
	const found: Listed[] = [];
	for (let phase = from?.phase ?? 0; phase < ranges.length; phase += 1) {
		const start = phase === from?.phase ? from : undefined;
		found.push(...(await inRange(scope, ranges, phase, start, limit - found.length)));
		if (found.length === limit) return found;
	}
	if (!plan || plan.parts.length === 0) return found;
	const phase = ranges.length;
	const after = from?.phase === phase ? entryIn(from) : 0;
	const others = visiblePeople(scope).where(outside(ranges)).select(columns);
	const stretch = { after, limit: limit - found.length };
	const rows = await searchIn(scope).peopleHolding(scope, { parts: plan.parts }, stretch, others);
	return [...found, ...rows.map((row) => ({ ...row, at: placeOf(phase, row) }))];
}

/** People whose text contains one of the job titles, and every part of the query if there is one. */
export async function listNear(
	scope: Scope,
	titles: readonly string[],
	parts: readonly string[],
	from: Place | undefined,
	limit: number
): Promise<Listed[]> {
	const after = from ? entryIn(from) : 0;
	const everyone = visiblePeople(scope).select(columns);
	const rows = await searchIn(scope).peopleHolding(
		scope,
		{ titles, parts },
		{ after, limit },
		everyone
	);
	return rows.map((row) => ({ ...row, at: placeOf(0, row) }));
}

/** Number of people near a theme, counted up to `most`. */
export async function countNear(
	scope: Scope,
	titles: readonly string[],
	most: number
): Promise<number> {
	const stretch = { after: 0, limit: most };
	const everyone = visiblePeople(scope).select('people.id');
	return (await searchIn(scope).peopleHolding(scope, { titles, parts: [] }, stretch, everyone))
		.length;
}

function placeOf(phase: number, row: { id: string; entry: number }): Place {
	return { phase, key: String(row.entry), id: row.id };
}

async function inRange(
	scope: Scope,
	ranges: readonly Range[],
	phase: number,
	from: Place | undefined,
	limit: number
): Promise<Listed[]> {
	const range = ranges[phase];
	if (!range) return [];
	const key = `people.${range.key}` as const;
	let query = visiblePeople(scope)
		.where(outside(ranges.slice(0, phase)))
		.select([...columns, `${key} as key`])
		.where(key, '>=', range.prefix)
		.where(key, '<', endOf(range.prefix))
		.orderBy(key)
		.orderBy('people.id')
		.limit(limit);
	if (from) {
		query = query.where(beyond([key, 'people.id'], 'asc', [from.key, from.id]));
	}
	const rows = await query.execute();
	return rows.map((row) => ({ ...row, at: { phase, key: row.key, id: row.id } }));
}

/** Condition that a person's key lies in none of the ranges. */
function outside(ranges: readonly Range[]) {
	const eb = expressionBuilder<Tables, 'people'>();
	return eb.and(
		ranges.map((range) =>
			eb.or([
				eb(`people.${range.key}`, '<', range.prefix),
				eb(`people.${range.key}`, '>=', endOf(range.prefix))
			])
		)
	);
}
