import { longestRecord, mostLinesInRecord } from './limits.ts';
import { occursMoreThan } from './occurrences.ts';
import { parse } from './parse.ts';
import { lineEnd, recordAt, type CsvRecord, type Layout } from './csv-record.ts';

/** Lines per block; limits what papaparse holds in memory after one stray quotation mark. */
const blockLines = 1000;
const blockCharacters = 256 * 1024;

/** quotation marks of one cell: around it, and some doubled inside */
const usualQuotes = 4;

/**
 * Yields the records of a CSV text. Papaparse reads blocks of lines; a block with suspicious quotation
 * marks is read again record by record, so that damage stays local.
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
		const blockEnd = ends.at(-1) ?? start;
		const rows = rowsOf(text.slice(start, blockEnd), layout, ends.length);
		let lines = 0;
		for (const cells of rows) {
			const own = rows.length === ends.length ? 1 : linesIn(cells);
			const end = ends[lines + own - 1] ?? blockEnd;
			yield { line: line + lines, start, end, cells };
			lines += own;
			start = end + 1;
		}
		line += lines;
		if (lines > 0) continue;
		do {
			const record = recordAt(text, layout, start, line);
			yield record;
			line += text.slice(start, record.end).split('\n').length;
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

/** @returns no rows at all unless every quotation mark of the block makes sense */
function rowsOf(block: string, { delimiter, width }: Layout, lines: number): string[][] {
	if (occursMoreThan(lines * width * usualQuotes, '"', block)) return [];
	const { data, errors } = parse(block, delimiter);
	if (errors.length > 0) return [];
	if (data.length === lines) return data;
	let sum = 0;
	for (const cells of data) {
		const own = linesIn(cells);
		if (own > 1 && (cells.length !== width || own > mostLinesInRecord)) return [];
		sum += own;
	}
	return sum === lines ? data : [];
}

function linesIn(cells: readonly string[]): number {
	return cells.reduce((count, cell) => count + cell.split('\n').length - 1, 1);
}
