import { isZone } from '#kernel/clock.ts';
import type { Value } from './format.ts';
import { holdsJson } from './meanings.ts';
import * as refused from './refusals.ts';
import type { Column, Table, WorkspaceSchema } from './schema.ts';

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
		if (value === undefined || (holdsJson(table.name, column.name) && !isJson(value))) {
			throw refused.wrongValue(table.name, at, column.name);
		}
		return value;
	});
}

/** @returns the value as SQL takes it, or undefined for one that does not fit */
function checkValue(column: Column, value: unknown): Value | undefined {
	if (value === null) return column.nullable ? null : undefined;
	if (column.type === 'integer') return Number.isSafeInteger(value) ? Number(value) : undefined;
	if (typeof value !== 'string' || !value.isWellFormed()) return undefined;
	if (column.type === 'blob') return fromBase64(value);
	return saysWhatItsNameSays(column.name, value) ? value : undefined;
}

function fromBase64(text: string): Uint8Array | undefined {
	const bytes = Buffer.from(text, 'base64');
	return bytes.toString('base64') === text ? bytes : undefined;
}

/**
 * Instants, dates and zones are computed with, so what is none would make every page stumble.
 * What a column holds is in its name, as everywhere in the house.
 */
function saysWhatItsNameSays(name: string, text: string): boolean {
	// What an event is about may be named in another way, a template by its purpose.
	if (/(^|_)id$/.test(name) && name !== 'about_id') return isId(text);
	if (/(_at|(^|_)since)$/.test(name)) return isInstant(text);
	if (/(^|_)(day|on)$/.test(name)) return isDay(text);
	if (/(^|_)zone$/.test(name)) return isZone(text);
	return true;
}

/** Ids are UUIDs of version 7 everywhere; what is none is reached by no page. */
function isId(text: string): boolean {
	return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text);
}

/** A date that the calendar has: JavaScript alone takes 31 February for a day in March. */
function isDay(text: string): boolean {
	if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text))) return false;
	return new Date(text).toISOString().startsWith(text);
}

function isInstant(text: string): boolean {
	const [day = '', time = ''] = text.split('T');
	if (!isDay(day) || !/^\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(time)) return false;
	return !Number.isNaN(Date.parse(text));
}

/** Texts that are read as JSON wherever they are used. */
function isJson(value: Value): boolean {
	if (value === null) return true;
	try {
		JSON.parse(String(value));
		return true;
	} catch {
		// What cannot be read is said by the caller, with its place.
		return false;
	}
}
