import { z } from 'zod';
import { parsedJson } from '#kernel/json.ts';
import type { Value } from './export-format.ts';
import * as refused from './refusals.ts';
import type { Table } from './schema.ts';

/**
 * What the rows of one table may hold. A feature declares it once beside its schemas (`rows.ts`);
 * it holds for what operations write and for what comes in with a file, so that every export fits.
 */
export interface TableRules {
	/** rows that one workspace may have */
	most: number;
	/** rows that may share a value in a column, by that column's name */
	mostEach?: Readonly<Record<string, number>>;
	/** a schema for each column whose name does not say it all (see `check-rows.ts`) */
	columns: Readonly<Record<string, z.ZodType>>;
	/**
	 * Columns that follow from others, as operations make them: a file's own are not taken.
	 * @param row one that fits
	 */
	derived?(row: Readonly<Record<string, Value>>): Readonly<Record<string, Value>>;
	/**
	 * Looks at what columns say together.
	 * @returns the column that does not fit the others, or nothing
	 */
	together?(row: Readonly<Record<string, Value>>): string | undefined;
}

/** The rules of every table that leaves with a workspace, by its name. */
export type RowRules = Readonly<Record<string, TableRules>>;

/** Characters of a JSON text where nothing else is said [D]. */
const usualJson = 20_000;

function holdsNul(value: unknown): boolean {
	if (typeof value === 'string') return value.includes('\u0000');
	if (typeof value !== 'object' || value === null) return false;
	return Object.entries(value).some(([name, inside]) => holdsNul(name) || holdsNul(inside));
}

/**
 * A column whose text is JSON of this schema.
 * @param most characters
 */
export function jsonText(schema: z.ZodType, most = usualJson): z.ZodType {
	return z
		.string()
		.max(most)
		.refine((text) => {
			const read = parsedJson(text);
			return read !== undefined && !holdsNul(read) && schema.safeParse(read).success;
		})
		.describe('JSON');
}

/** A text that a program wrote, of this length at most. */
export function textUpTo(most: number): z.ZodString {
	return z.string().max(most);
}

/** A whole number in a range. */
export function whole(least: number, most: number): z.ZodInt {
	return z.int().min(least).max(most);
}

/** Whether a value may stand in a column; a text must be as its schema would keep it. */
function fits(schema: z.ZodType, value: Value): boolean {
	const read = schema.safeParse(value);
	return read.success && (typeof value !== 'string' || read.data === value);
}

/**
 * Looks at the rows of one table as they come out of a file, the first row counted as 1.
 * @returns looks at the next row
 * @throws Refusal `arrival.wrong` naming row and column, `arrival.too-many` beyond a number of rows
 */
export function rowChecker(
	{ name }: Pick<Table, 'name'>,
	{ most, mostEach = {}, columns, together }: TableRules
): (row: Readonly<Record<string, Value>>) => void {
	let count = 0;
	const sharing = Object.entries(mostEach).map(([column, atMost]) => ({
		column,
		atMost,
		counts: new Map<Value, number>()
	}));
	const schemas = Object.entries(columns);
	return (row) => {
		count += 1;
		if (count > most) throw refused.tooManyRows(name, most);
		for (const { column, atMost, counts } of sharing) {
			const value = row[column] ?? null;
			if (value === null) continue;
			const shared = (counts.get(value) ?? 0) + 1;
			if (shared > atMost) throw refused.tooManyEach(name, column, atMost);
			counts.set(value, shared);
		}
		const wrong =
			schemas.find(([column, schema]) => {
				const value = row[column] ?? null;
				return value !== null && !fits(schema, value);
			})?.[0] ?? together?.(row);
		if (wrong !== undefined) throw refused.wrongValue(name, count, wrong);
	};
}
