import { z } from 'zod';
import { parsedJson } from '#kernel/json.ts';
import type { Value } from './export-format.ts';
import * as refused from './refusals.ts';
import type { Table } from './schema.ts';

/**
 * Rules for the rows of one table. A feature declares them once beside its schemas (`rows.ts`);
 * they apply to what operations write and to imported files, so that every export can be imported.
 */
export interface TableRules {
	/** rows of a workspace at most */
	most: number;
	/** rows with the same value in a column at most, by the name of the column */
	mostEach?: Readonly<Record<string, number>>;
	/** a schema for each column whose name does not determine its format (see `check-rows.ts`) */
	columns: Readonly<Record<string, z.ZodType>>;
	/**
	 * Columns that are derived from others, as operations derive them; their values in a file are
	 * ignored.
	 * @param row a valid row
	 */
	derived?(row: Readonly<Record<string, Value>>): Readonly<Record<string, Value>>;
	/**
	 * Checks columns against each other.
	 * @returns the column that contradicts the others, or nothing
	 */
	together?(row: Readonly<Record<string, Value>>): string | undefined;
}

/** The rules of every exported table, by its name. */
export type RowRules = Readonly<Record<string, TableRules>>;

/** Default limit of a JSON text in characters [D]. */
const defaultJsonLength = 20_000;

function containsNul(value: unknown): boolean {
	if (typeof value === 'string') return value.includes('\u0000');
	if (typeof value !== 'object' || value === null) return false;
	return Object.entries(value).some(([name, inside]) => containsNul(name) || containsNul(inside));
}

/**
 * A column whose text is JSON of this schema.
 * @param most characters
 */
export function jsonText(schema: z.ZodType, most = defaultJsonLength): z.ZodType {
	return z
		.string()
		.max(most)
		.refine((text) => {
			const read = parsedJson(text);
			return read !== undefined && !containsNul(read) && schema.safeParse(read).success;
		})
		.describe('JSON');
}

/** A text of at most this length. */
export function textUpTo(most: number): z.ZodString {
	return z.string().max(most);
}

/** An integer in a range, both ends included. */
export function wholeNumber(least: number, most: number): z.ZodInt {
	return z.int().min(least).max(most);
}

/** Whether a value is valid for a column; a text must be as its schema would normalize it. */
function fits(schema: z.ZodType, value: Value): boolean {
	const read = schema.safeParse(value);
	return read.success && (typeof value !== 'string' || read.data === value);
}

/**
 * Makes a checker of the rows of one table, counting from 1.
 * @returns function that checks the next row
 * @throws Refusal `workspace-import.wrong` naming row and column, `workspace-import.too-many` beyond a number of rows
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
