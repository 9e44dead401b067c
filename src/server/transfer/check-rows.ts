import { isDay, isInstant, isZone } from '#kernel/clock.ts';
import { isId } from '#kernel/id.ts';
import { isInt32 } from '#kernel/int32.ts';
import { parsedJson } from '#kernel/json.ts';
import { isWritable, type Value } from './export-format.ts';
import * as refused from './refusals.ts';
import type { Column, Table, WorkspaceSchema } from './schema.ts';

/** Text columns that hold JSON. */
const jsonColumns: ReadonlySet<string> = new Set([
	'consultations.shares',
	'decisions.evidence',
	'imports.header',
	'imports.mapping',
	'talk_events.body'
]);

/** Whether a column's text is JSON. */
export function holdsJson(table: string, column: string): boolean {
	return jsonColumns.has(`${table}.${column}`);
}

/** Rows of one table, with their values in the order of its columns. */
export interface CheckedRows {
	table: Table;
	rows: Value[][];
}

/**
 * Checks each row of a file: tables and columns must be those of the schema, and each value of the
 * right type.
 * @returns the rows, with the tables in an order that foreign keys allow
 * @throws Refusal `workspace-import.wrong` naming table, row and column of the first mismatch
 */
export function checkRows(
	tables: Readonly<Record<string, unknown>>,
	schema: WorkspaceSchema
): CheckedRows[] {
	const known = new Set(schema.tables.map(({ name }) => name));
	const strange = Object.keys(tables).find((name) => !known.has(name));
	if (strange !== undefined)
		throw refused.wrong(`the table ${refused.quoted(strange)} is unknown here`);
	return schema.tables.map((table) => {
		const rows: unknown = Object.hasOwn(tables, table.name) ? tables[table.name] : undefined;
		if (!Array.isArray(rows))
			throw refused.wrong(`the table ${refused.quoted(table.name)} is missing`);
		return { table, rows: rows.map((row: unknown, at) => checkRow(table, row, at + 1)) };
	});
}

function checkRow(table: Table, row: unknown, at: number): Value[] {
	const where = `row ${String(at)} of ${refused.quoted(table.name)}`;
	if (typeof row !== 'object' || row === null || Array.isArray(row)) {
		throw refused.wrong(`${where} is not a valid row`);
	}
	const given = row as Record<string, unknown>;
	const names = Object.keys(given);
	if (names.length !== table.columns.length) {
		const strange = names.find((name) => !table.columns.some((column) => column.name === name));
		if (strange !== undefined)
			throw refused.wrong(`${where} has an unknown column ${refused.quoted(strange)}`);
	}
	return table.columns.map((column) => {
		if (!Object.hasOwn(given, column.name)) {
			throw refused.wrong(`${where} has no value for ${refused.quoted(column.name)}`);
		}
		const value = checkValue(column, given[column.name]);
		const isJson = value !== undefined && value !== null && holdsJson(table.name, column.name);
		if (value === undefined || (isJson && parsedJson(String(value)) === undefined)) {
			throw refused.wrongValue(table.name, at, column.name);
		}
		return value;
	});
}

/** @returns the value for SQL; undefined for one that does not fit */
function checkValue(column: Column, value: unknown): Value | undefined {
	if (value === null) return column.nullable ? null : undefined;
	if (column.type === 'integer') return isInt32(value) ? value : undefined;
	if (typeof value !== 'string' || !isWritable(value)) return undefined;
	if (column.type === 'blob') return fromBase64(value);
	return matchesNamedFormat(column.name, value) ? value : undefined;
}

function fromBase64(text: string): Uint8Array | undefined {
	const bytes = Buffer.from(text, 'base64');
	return bytes.toString('base64') === text ? bytes : undefined;
}

/**
 * Formats by column name. Instants, dates, zones and ids are computed with, so an invalid one would
 * make every page fail; the convention for column names tells which format a column has.
 */
const formatsByName: readonly (readonly [RegExp, (text: string) => boolean])[] = [
	// Ids must be valid to be addressed by pages. `about_id` of an event may be another identifier.
	[/(^|_)(?<!about_)id$/, isId],
	[/(^|_)(at|since)$/, isInstant],
	[/(^|_)(day|on)$/, isDay],
	[/(^|_)zone$/, isZone]
];

/** Whether the name of a text column determines its format. */
export function hasFormatByName(column: string): boolean {
	return formatsByName.some(([name]) => name.test(column));
}

function matchesNamedFormat(column: string, text: string): boolean {
	return formatsByName.every(([name, isValid]) => !name.test(column) || isValid(text));
}
