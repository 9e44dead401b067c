import { sql, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely';
import { z } from 'zod';
import { readCursor, writeCursor, type CursorPosition } from '#kernel/cursor.ts';

/** Rows of a page when a cursor comes without a limit. */
const usualLimit = 50;

/** Input fields with which a program asks for a page of a list. */
export const pageFields = {
	limit: z
		.int('Enter a whole number from 1 to 100.')
		.min(1, 'Enter 1 or more.')
		.max(100, 'Enter 100 or less.')
		.optional(),
	cursor: z.string().max(2000, 'This position in the list is not known.').optional()
};

/** The cursor of the next page; null at the end. */
export const nextCursor = z.string().nullable();

export interface PageRequest {
	limit?: number | undefined;
	cursor?: string | undefined;
}

export type Direction = 'asc' | 'desc';

/**
 * The order of a list: one or more columns, the id last, so that no two rows have the same
 * position. All columns have one direction and hold no null, and an index begins with the workspace
 * and continues with them: a page is found through that index, wherever it is
 * (`tests/api/page-plans.test.ts`).
 */
export interface Order<Row> {
	/** name of the list; a cursor of another list is refused */
	list: string;
	direction: Direction;
	by: readonly (string | readonly [column: string, kind: 'number'])[];
	/** a row's values in those columns */
	positionOf(row: Row): CursorPosition;
}

export interface Page<Row> {
	rows: Row[];
	nextCursor: string | null;
}

/** Whether the request has neither limit nor cursor, as a page of the site asks for a list. */
export function isWhole({ limit, cursor }: PageRequest): boolean {
	return limit === undefined && !cursor;
}

/**
 * Makes a page of rows that were read with one row beyond the limit, which tells whether there is a
 * next page.
 */
export function cut<Row>(
	rows: readonly Row[],
	limit: number,
	order: Order<NoInfer<Row>>
): Page<Row> {
	const page = rows.slice(0, limit);
	const last = rows.length > limit ? page.at(-1) : undefined;
	return {
		rows: page,
		nextCursor: last === undefined ? null : writeCursor(order.list, order.positionOf(last))
	};
}

const columnsOf = ({ by }: Pick<Order<never>, 'by'>): string[] =>
	by.map((column) => (typeof column === 'string' ? column : column[0]));

/** Adds the order of the list to a query. */
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
 * A condition for the rows after a position: one row-value comparison, which both engines answer
 * with an index range. A condition for each column would make PostgreSQL read the index from its
 * start.
 */
export function beyond(
	columns: readonly string[],
	direction: Direction,
	position: CursorPosition
): RawBuilder<SqlBool> {
	const names = sql.join(columns.map((column) => sql.ref(column)));
	return sql`(${names}) ${direction === 'asc' ? sql`>` : sql`<`} (${sql.join([...position])})`;
}

/**
 * Reads one page of a list by keyset pagination: it begins after a position, not after a count, so
 * it is stable while rows are added and removed.
 * @param query the rows without order and limit
 * @throws Refusal `{list}.cursor` for a cursor that does not belong to the list
 */
export async function readPage<DB, Table extends keyof DB, Row>(
	query: SelectQueryBuilder<DB, Table, Row>,
	order: Order<NoInfer<Row>>,
	{ limit = usualLimit, cursor }: PageRequest
): Promise<Page<Row>> {
	const kinds = order.by.map((column) => (typeof column === 'string' ? 'string' : column[1]));
	// A program that reads all pages begins with an empty cursor.
	const position = cursor ? readCursor(order.list, kinds, cursor) : undefined;
	const from = position ? query.where(beyond(columnsOf(order), order.direction, position)) : query;
	return cut(
		await inOrder(from, order)
			.limit(limit + 1)
			.execute(),
		limit,
		order
	);
}
