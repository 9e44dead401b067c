import { sql, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely';
import { z } from 'zod';
import { readCursor, writeCursor, type CursorPosition } from '#kernel/cursor.ts';

/** Rows of a page when a cursor comes without a limit. */
const usualLimit = 50;

/** How a program asks for a page of a list. */
export const pageFields = {
	limit: z
		.int('A whole number from 1 to 100.')
		.min(1, 'At least one.')
		.max(100, 'At most a hundred at a time.')
		.optional(),
	cursor: z.string().max(2000, 'This place in the list is not known.').optional()
};

/** The cursor of the page after, null at the end. */
export const nextCursor = z.string().nullable();

export interface Asked {
	limit?: number | undefined;
	cursor?: string | undefined;
}

export type Direction = 'asc' | 'desc';

/**
 * A list's order: a named column or more, the id last, so that no two rows are at one place. All
 * columns run in one direction and hold no null, and an index begins with the workspace and goes on
 * with them: so a page is found there, wherever it is (`tests/api/page-plans.test.ts`).
 */
export interface Order<Row> {
	/** the list's name; the cursor of another one is refused */
	list: string;
	direction: Direction;
	by: readonly (string | readonly [column: string, kind: 'number'])[];
	/** a row's values in those columns */
	placeOf(row: Row): CursorPosition;
}

export interface Page<Row> {
	rows: Row[];
	nextCursor: string | null;
}

/** Whether a list is asked for as pages ask for it: all of it, or its usual beginning. */
export function isWhole({ limit, cursor }: Asked): boolean {
	return limit === undefined && !cursor;
}

/** Cuts off the one row that was read beyond the page to know whether there is another. */
export function cut<Row>(
	rows: readonly Row[],
	limit: number,
	order: Order<NoInfer<Row>>
): Page<Row> {
	const shown = rows.slice(0, limit);
	const last = rows.length > limit ? shown.at(-1) : undefined;
	return {
		rows: shown,
		nextCursor: last === undefined ? null : writeCursor(order.list, order.placeOf(last))
	};
}

const columnsOf = ({ by }: Pick<Order<never>, 'by'>): string[] =>
	by.map((column) => (typeof column === 'string' ? column : column[0]));

/** A statement in the order of its list. */
export function inOrder<DB, Table extends keyof DB, Row>(
	query: SelectQueryBuilder<DB, Table, Row>,
	order: Pick<Order<never>, 'by' | 'direction'>
): SelectQueryBuilder<DB, Table, Row> {
	return columnsOf(order).reduce(
		(ordered, column) => ordered.orderBy(sql.ref(column), order.direction),
		query
	);
}

/**
 * Holds for what comes after a place: one comparison of rows, which both engines answer with a range
 * of the index, and not a condition for each column, through which PostgreSQL reads from the top.
 */
export function beyond(
	columns: readonly string[],
	direction: Direction,
	place: CursorPosition
): RawBuilder<SqlBool> {
	const names = sql.join(columns.map((column) => sql.ref(column)));
	return sql`(${names}) ${direction === 'asc' ? sql`>` : sql`<`} (${sql.join([...place])})`;
}

/**
 * Reads one page of a list, stable while rows come and go: it begins after a place, not after a
 * count.
 * @param query its rows in no order yet, without a limit
 * @throws Refusal `{list}.cursor`
 */
export async function readPage<DB, Table extends keyof DB, Row>(
	query: SelectQueryBuilder<DB, Table, Row>,
	order: Order<NoInfer<Row>>,
	{ limit = usualLimit, cursor }: Asked
): Promise<Page<Row>> {
	const kinds = order.by.map((column) => (typeof column === 'string' ? 'string' : column[1]));
	// A program that walks a list begins with an empty cursor.
	const place = cursor ? readCursor(order.list, kinds, cursor) : undefined;
	const from = place ? query.where(beyond(columnsOf(order), order.direction, place)) : query;
	return cut(
		await inOrder(from, order)
			.limit(limit + 1)
			.execute(),
		limit,
		order
	);
}
