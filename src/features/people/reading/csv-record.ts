import { longestRecord, mostLinesInRecord } from './limits.ts';
import { parse } from './parse.ts';

/** Delimiter and width of the records of a file. */
export interface Layout {
	delimiter: string;
	/** cells of the header */
	width: number;
}

/** One record of a CSV text: its cells, or the reason why it is rejected. */
export interface CsvRecord {
	/** 1-based line of the file on which it begins, as an editor counts */
	line: number;
	/** offsets in the text, in UTF-16 units */
	start: number;
	end: number;
	/** empty for a rejected record */
	cells: string[];
	reason?: string;
}

const unclosed = 'A quotation mark opens in this row and is not closed.';
const overlong = 'This row is longer than 20,000 characters.';

/**
 * Reads one record that begins at the start of a line. A quotation may span several lines; one that is
 * never closed rejects only its own line, not the rest of the file.
 * @param text with `\n` line ends
 * @param start offset of the record, in UTF-16 units
 * @param line 1-based line of the file at that offset
 */
export function recordAt(text: string, layout: Layout, start: number, line: number): CsvRecord {
	const end = lineEnd(text, start);
	if (end - start > longestRecord) return { line, start, end, cells: [], reason: overlong };
	const own = parseLine(text.slice(start, end), layout.delimiter);
	if (!own.open) return { line, start, end, cells: own.cells };
	const longer = own.stray ? undefined : severalLines(text, layout, start, end);
	return longer ? { line, start, ...longer } : { line, start, end, cells: [], reason: unclosed };
}

/** The cells of a single line, read leniently. */
export function splitLine(line: string, delimiter: string): string[] {
	return parseLine(line, delimiter).cells;
}

/** @returns offset of the line break at or after `start`, or the length of the text */
export function lineEnd(text: string, start: number): number {
	const found = text.indexOf('\n', start);
	return found === -1 ? text.length : found;
}

/** Joins lines until the quotation is closed, within the limits of one record. */
function severalLines(
	text: string,
	{ delimiter, width }: Layout,
	start: number,
	firstEnd: number
): { end: number; cells: string[] } | undefined {
	let end = firstEnd;
	for (let lines = 2; lines <= mostLinesInRecord && end < text.length; lines += 1) {
		const from = end + 1;
		end = lineEnd(text, from);
		if (end - start > longestRecord) return undefined;
		if (!text.slice(from, end).includes('"')) continue;
		const { cells, open, stray } = parseLine(text.slice(start, end), delimiter);
		if (stray) return undefined;
		if (!open) return cells.length === width ? { end, cells } : undefined;
	}
	return undefined;
}

interface Parsed {
	cells: string[];
	/** a quotation is not closed at the end */
	open: boolean;
	/** a quotation mark stands inside a quotation without being doubled */
	stray: boolean;
}

function parseLine(text: string, delimiter: string): Parsed {
	if (!text.includes('"')) return { cells: text.split(delimiter), open: false, stray: false };
	const { data, errors } = parse(text, delimiter);
	return {
		cells: data[0] ?? [],
		open: errors.some((error) => error.code === 'MissingQuotes'),
		stray: errors.some((error) => error.code === 'InvalidQuotes')
	};
}
