import { cut, withoutDirections } from '#kernel/texts.ts';
import { refuse, refuseInvalid } from '#kernel/refusal.ts';
import type { Column, Columns } from './column-names.ts';
import { tidy } from './cells.ts';
import { Interpreter, type Connection } from './connection-row.ts';
import { findHeader, type Header } from './header.ts';
import { longestRaw, mostLines, mostRows } from './limits.ts';
import { occursMoreThan } from './occurrences.ts';
import type { CsvRecord } from './csv-record.ts';
import { recordsOf } from './csv-records.ts';
import { Duplicates } from './duplicates.ts';

/** A row of the file that was rejected, with the reason. */
export interface RejectedRow {
	/** 1-based line of the file */
	line: number;
	/** text of the row, at most 300 characters */
	raw: string;
	/** one sentence */
	reason: string;
}

/** The explorer's mapping of a file whose header was not recognised. */
export interface Mapping {
	columns: Columns;
	/** the line taken for the header is a row of data */
	headerIsRow?: boolean;
}

export interface ReadConnections {
	ok: true;
	columns: Columns;
	header: string[];
	/** at least one */
	rows: Connection[];
	unreadable: RejectedRow[];
	/** number of skipped empty rows */
	empty: number;
	/** number of rows with a cell that was cut to its limit */
	shortened: number;
}

export interface UnreadConnections {
	ok: false;
	/** `no-header`: a mapping is needed; `no-people`: no row could be read */
	reason: 'no-header' | 'no-people';
	/** what is wrong, what is safe, what to do */
	sentence: string;
	header: string[];
	/** the first rows, to choose columns by */
	sample: string[][];
	unreadable: RejectedRow[];
	empty: number;
}

const sampleRows = 5;
const sampleCells = 50;
const sampleCharacters = 100;

/**
 * Reads LinkedIn's Connections.csv: preamble or none, columns by their names
 * in eleven languages, in any order.
 * @param text the decoded file
 * @param mapping columns counted from 0; takes precedence over recognised names
 * @throws Refusal `people.too-many-rows` (too-large), `people.mapping` (invalid)
 */
export function readConnections(
	text: string,
	mapping?: Mapping
): ReadConnections | UnreadConnections {
	const lines = withPlainLineEnds(text);
	const header = findHeader(lines);
	if (!header) return unread('no-people', 'This file is empty.');
	if (!header.recognised && !mapping) {
		return { ...unread('no-header', unknownHeader), ...sampleOf(lines, header) };
	}
	if (mapping) checkMapping(mapping, header);
	return readRows(lines, header, mapping);
}

const unknownHeader =
	'Imago does not recognise the column names in this file. Nothing was imported. Choose what each column contains.';

function readRows(
	text: string,
	header: Header,
	mapping: Mapping | undefined
): ReadConnections | UnreadConnections {
	const columns = mapping?.columns ?? header.columns;
	const interpreter = new Interpreter(columns);
	const duplicates = new Duplicates();
	const rows: Connection[] = [];
	const unreadable: RejectedRow[] = [];
	let empty = 0;
	for (const record of recordsAfter(header, text, mapping?.headerIsRow ?? false)) {
		const read = record.reason ? undefined : interpreter.interpret(record.cells, record.line);
		if (rows.length + unreadable.length + empty >= mostRows) throw tooManyRows;
		if (!read && !record.reason && isEmpty(record.cells)) {
			empty += 1;
			continue;
		}
		const reason =
			record.reason ?? tooWide(record.cells, header) ?? (read ? duplicates.reason(read) : noName);
		if (read && !reason) rows.push(read);
		else unreadable.push(rejected(text, record, reason ?? noName));
	}
	if (rows.length > 0) {
		const { shortened } = interpreter;
		return { ok: true, columns, header: header.cells, rows, unreadable, empty, shortened };
	}
	const nobody = unread('no-people', 'This file has a header, but no people that can be read.');
	return { ...nobody, ...sampleOf(text, header), unreadable, empty };
}

const noName = 'This row has no name.';

function recordsAfter(header: Header, text: string, headerIsRow: boolean) {
	const layout = { delimiter: header.delimiter, width: header.cells.length };
	return headerIsRow
		? recordsOf(text, layout, header.start, header.line)
		: recordsOf(text, layout, header.end, header.line + 1);
}

/** Reason to reject a row with more cells than columns: an unquoted comma has shifted its cells. */
function tooWide(cells: readonly string[], header: Header): string | undefined {
	if (cells.length <= header.cells.length) return undefined;
	if (isEmpty(cells.slice(header.cells.length))) return undefined;
	return `This row has ${cells.length} cells, but the header has ${header.cells.length}.`;
}

function isEmpty(cells: readonly string[]): boolean {
	return cells.every((cell) => cell.trim() === '');
}

function rejected(text: string, { line, start, end }: CsvRecord, reason: string): RejectedRow {
	const raw = withoutDirections(text.slice(start, Math.min(end, start + longestRaw + 1)));
	return { line, raw: cut(raw, longestRaw), reason };
}

function withPlainLineEnds(text: string): string {
	const unmarked = text.startsWith('\ufeff') ? text.slice(1) : text;
	if (!unmarked.includes('\r')) return unmarked;
	if (occursMoreThan(mostLines, '\r', unmarked)) throw tooManyRows;
	return unmarked.replace(/\r\n?/g, '\n');
}

function checkMapping({ columns }: Mapping, header: Header): void {
	const names: Column[] = ['givenName', 'familyName', 'name'];
	const inside = Object.values(columns).every(
		(index) => Number.isInteger(index) && index >= 0 && index < header.cells.length
	);
	if (inside && names.some((name) => columns[name] !== undefined)) return;
	throw refuseInvalid(
		'people.mapping',
		'No column with the name is chosen. Nothing was imported. Choose the column that contains the name.',
		'mapping'
	);
}

function sampleOf(text: string, header: Header) {
	const sample = recordsAfter(header, text, false)
		.filter((record) => !isEmpty(record.cells))
		.take(sampleRows)
		.map((record) => inBrief(record.cells));
	return { header: inBrief(header.cells), sample: [...sample] };
}

function inBrief(cells: readonly string[]): string[] {
	return cells.slice(0, sampleCells).map((cell) => cut(tidy(cell), sampleCharacters));
}

function unread(reason: UnreadConnections['reason'], what: string): UnreadConnections {
	const sentence =
		reason === 'no-header'
			? what
			: `${what} Nothing was imported. Choose the Connections.csv or the ZIP from LinkedIn.`;
	return { ok: false, reason, sentence, header: [], sample: [], unreadable: [], empty: 0 };
}

const tooManyRows = refuse(
	'too-large',
	'people.too-many-rows',
	'This file has more than 100,000 rows, including empty rows. LinkedIn allows 30,000 connections. Nothing was imported. Remove the empty rows, or split the file.'
);
