import { isDay, isInstant, isZone } from '#kernel/clock.ts';
import { isId } from '#kernel/id.ts';
import { isInt32 } from '#kernel/int32.ts';
import { parsedJson } from '#kernel/json.ts';
import { isWritable, type Value } from './export-format.ts';
import * as refused from './refusals.ts';
import type { Column, Table, WorkspaceSchema } from './schema.ts';

/** Texts that are read as JSON wherever they are used. */
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

/** Rows of one table, their values in the order of its columns. */
export interface CheckedRows {
	table: Table;
	rows: Value[][];
}

/**
 * Looks at each row of a file: tables and columns as the schema has them, each value of its type.
 * @returns the rows in an order that inserts respect
 * @throws Refusal naming table, row and column of the first that does not fit
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
		throw refused.wrong(`${where} is no row`);
	}
	const given = row as Record<string, unknown>;
	const names = Object.keys(given);
	if (names.length !== table.columns.length) {
		const strange = names.find((name) => !table.columns.some((column) => column.name === name));
		if (strange !== undefined)
			throw refused.wrong(`${where} has an unknown ${refused.quoted(strange)}`);
	}
	return table.columns.map((column) => {
		if (!Object.hasOwn(given, column.name)) {
			throw refused.wrong(`${where} has no ${refused.quoted(column.name)}`);
		}
		const value = checkValue(column, given[column.name]);
		const isJson = value !== undefined && value !== null && holdsJson(table.name, column.name);
		if (value === undefined || (isJson && parsedJson(String(value)) === undefined)) {
			throw refused.wrongValue(table.name, at, column.name);
		}
		return value;
	});
}

/** @returns the value as SQL takes it, or undefined for one that does not fit */
function checkValue(column: Column, value: unknown): Value | undefined {
	if (value === null) return column.nullable ? null : undefined;
	if (column.type === 'integer') return isInt32(value) ? value : undefined;
	if (typeof value !== 'string' || !isWritable(value)) return undefined;
	if (column.type === 'blob') return fromBase64(value);
	return saysWhatItsNameSays(column.name, value) ? value : undefined;
}

function fromBase64(text: string): Uint8Array | undefined {
	const bytes = Buffer.from(text, 'base64');
	return bytes.toString('base64') === text ? bytes : undefined;
}

/**
 * Instants, dates, zones and ids are computed with, so what is none would make every page stumble.
 * What a column holds is in its name, as everywhere in the house.
 */
const saidByName: readonly (readonly [RegExp, (text: string) => boolean])[] = [
	// What is none is reached by no page. What an event is about may be named in another way.
	[/(^|_)(?<!about_)id$/, isId],
	[/(^|_)(at|since)$/, isInstant],
	[/(^|_)(day|on)$/, isDay],
	[/(^|_)zone$/, isZone]
];

/** Whether the name of a text's column says all that may stand there. */
export function isSaidByName(column: string): boolean {
	return saidByName.some(([name]) => name.test(column));
}

function saysWhatItsNameSays(column: string, text: string): boolean {
	return saidByName.every(([name, fits]) => !name.test(column) || fits(text));
}
