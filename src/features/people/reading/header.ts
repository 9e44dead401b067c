import { columnOf, type Columns } from './column-names.ts';
import { longestRecord, mostLinesBeforeHeader } from './limits.ts';
import { splitLine } from './csv-record.ts';

/** The header line and the offset of the records after it. */
export interface Header {
	/** false when the line is a guess and the explorer has to map its columns */
	recognised: boolean;
	columns: Columns;
	cells: string[];
	delimiter: string;
	/** 1-based line of the file */
	line: number;
	/** offset of the header itself, and of what follows it, in UTF-16 units */
	start: number;
	end: number;
}

/** in order of preference where several split a line equally well */
const delimiters = [',', ';', '\t'] as const;

/**
 * Finds the header by known column names; LinkedIn writes up to ten lines before it.
 * Without a known name, it is the first line with as many cells as most lines.
 * @param text with `\n` line ends
 * @returns undefined when the text holds nothing but white space
 */
export function findHeader(text: string): Header | undefined {
	const candidates = linesOf(text).flatMap(({ line, start, end }) =>
		delimiters.map((delimiter): Header => {
			const cells = splitLine(text.slice(start, Math.min(end, start + longestRecord)), delimiter);
			const columns = columnsOf(cells);
			const recognised = isConnections(columns);
			return { recognised, columns, cells, delimiter, line, start, end: end + 1 };
		})
	);
	const known = candidates.filter((candidate) => candidate.recognised);
	if (known.length > 0)
		return known.reduce((best, next) => (width(next) > width(best) ? next : best));
	return likeliest(candidates);
}

function linesOf(text: string): { line: number; start: number; end: number }[] {
	const lines = [];
	for (let line = 1, start = 0; line <= mostLinesBeforeHeader && start < text.length; line += 1) {
		const found = text.indexOf('\n', start);
		const end = found === -1 ? text.length : found;
		if (text.slice(start, end).trim() !== '') lines.push({ line, start, end });
		start = end + 1;
	}
	return lines;
}

function columnsOf(cells: readonly string[]): Columns {
	const columns: Columns = {};
	cells.forEach((cell, index) => {
		const column = columnOf(cell);
		if (column) columns[column] ??= index;
	});
	return columns;
}

/** Whether the columns are a connections file: names alone do not suffice, since Google's export has them too. */
function isConnections(columns: Columns): boolean {
	const { givenName, familyName, name, ...others } = columns;
	const named = [givenName, familyName, name].some((index) => index !== undefined);
	return named && Object.keys(others).length > 0;
}

function width(header: Header): number {
	return Object.keys(header.columns).length;
}

function likeliest(candidates: readonly Header[]): Header | undefined {
	const alike = Map.groupBy(candidates, (header) => `${header.delimiter}${header.cells.length}`);
	let best: Header[] = [];
	for (const group of alike.values()) {
		const [first] = group;
		const wide = (first?.cells.length ?? 0) > 1;
		const bestWide = (best[0]?.cells.length ?? 0) > 1;
		if ((wide && !bestWide) || (wide === bestWide && group.length > best.length)) best = group;
	}
	return best[0];
}
