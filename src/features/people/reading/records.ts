import Papa from 'papaparse';
import { longestRecord, mostLinesInRecord } from './limits.ts';
import { lineEnd, recordAt, type CsvRecord, type Layout } from './record.ts';

/** Bounds what one stray quotation mark, or a hostile file, can make papaparse hold at once. */
const blockLines = 1000;
const blockCharacters = 256 * 1024;

/**
 * The records of a CSV text, one after another. Papaparse reads blocks of lines; a block with any
 * doubt about its quotation marks is read again record by record, so that damage stays local.
 * @param text with `\n` line ends
 * @param start offset to begin at, in UTF-16 units
 * @param line 1-based line of the file at that offset
 */
export function* recordsOf(
	text: string,
	layout: Layout,
	start: number,
	line: number
): Generator<CsvRecord, void, undefined> {
	while (start < text.length) {
		const ends = blockAt(text, start);
		const rows = ends.length > 0 ? rowsOf(text.slice(start, ends.at(-1)), layout, ends.length) : [];
		for (const { cells, lines } of rows) {
			const end = ends[lines.last] ?? text.length;
			yield { line: line + lines.first, start, end, cells };
			start = end + 1;
		}
		line += rows.length > 0 ? ends.length : 0;
		if (rows.length > 0) continue;
		const blockEnd = ends.at(-1) ?? start;
		do {
			const record = recordAt(text, layout, start, line);
			yield record;
			line += linesIn(text, record);
			start = record.end + 1;
		} while (start < blockEnd);
	}
}

/** Offsets of the line ends of the next block; none when it begins with an overlong line. */
function blockAt(text: string, start: number): number[] {
	const ends: number[] = [];
	const limit = start + blockCharacters;
	while (ends.length < blockLines && start < text.length && start < limit) {
		const end = lineEnd(text, start);
		if (end - start > longestRecord) break;
		ends.push(end);
		start = end + 1;
	}
	return ends;
}

interface Row {
	cells: string[];
	/** lines of the block, counted from 0 */
	lines: { first: number; last: number };
}

/** @returns no rows at all unless every quotation mark of the block makes sense */
function rowsOf(block: string, { delimiter, width }: Layout, lines: number): Row[] {
	const { data, errors } = Papa.parse<string[]>(block, { delimiter, newline: '\n' });
	if (errors.length > 0) return [];
	const severalLines = data.length !== lines;
	let first = 0;
	const rows: Row[] = [];
	for (const cells of data) {
		const last = first + (severalLines ? breaksIn(cells) : 0);
		const several = last > first;
		if (several && (cells.length !== width || last - first >= mostLinesInRecord)) return [];
		rows.push({ cells, lines: { first, last } });
		first = last + 1;
	}
	return first === lines ? rows : [];
}

function breaksIn(cells: readonly string[]): number {
	return cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
}

function linesIn(text: string, { start, end }: CsvRecord): number {
	return text.slice(start, end).split('\n').length;
}
