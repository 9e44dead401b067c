import { fitTo, oneLine, textWidth } from './width.ts';

export type Row = Readonly<Record<string, unknown>>;

const gap = 2;
/** Minimum width of a column that is cut off [D]. */
const minWidth = 8;
/** Maximum width of a column, so that a long text leaves space for others [D]. */
const maxWidth = 40;

function cell(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (Array.isArray(value)) return value.map(cell).join(', ');
	return typeof value === 'object' ? '' : oneLine(String(value));
}

const isPlain = (value: unknown): boolean =>
	typeof value !== 'object' ||
	value === null ||
	(Array.isArray(value) && value.every((each) => typeof each !== 'object'));

interface Column {
	name: string;
	width: number;
}

/**
 * Chooses columns from the left while they fit; columns of ids are never cut, since ids are copied into
 * the next command.
 */
function columnsOf(rows: readonly Row[], maxColumns: number): Column[] {
	const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) =>
		rows.every((row) => isPlain(row[name]))
	);
	const columns: Column[] = [];
	let remaining = maxColumns;
	for (const name of names) {
		const longest = Math.max(textWidth(name), ...rows.map((row) => textWidth(cell(row[name]))));
		if (longest === textWidth(name) && rows.every((row) => cell(row[name]) === '')) continue;
		const preferred =
			maxColumns === Infinity || /^id$|Id$/.test(name) ? longest : Math.min(longest, maxWidth);
		const width = Math.min(preferred, remaining);
		if (width < preferred && (width < minWidth || /^id$|Id$/.test(name))) continue;
		columns.push({ name, width });
		remaining -= width + gap;
	}
	return columns;
}

/**
 * Formats a list of objects as a table with the field names as header. Fields that hold objects, fields
 * that are empty in every row, and fields that do not fit are left out.
 * @param maxColumns width of the terminal, Infinity for no limit
 */
export function tableOf(rows: readonly Row[], maxColumns: number): string[] {
	const columns = columnsOf(rows, maxColumns);
	const line = (text: (name: string) => string): string =>
		columns
			.map(({ name, width }) => fitTo(text(name), width))
			.join(' '.repeat(gap))
			.trimEnd();
	return [
		line((name) => name.toUpperCase()),
		...rows.map((row) => line((name) => cell(row[name])))
	];
}
