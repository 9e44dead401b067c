import { fitTo, oneLine, textWidth } from './width.ts';

export type Row = Readonly<Record<string, unknown>>;

const between = 2;
/** A column narrower than this says nothing. [D] */
const narrowest = 8;
/** A longer text than this leaves no room for its neighbours. [D] */
const widest = 40;

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

/** Columns from the left as long as they fit; what is copied into the next command stays whole. */
function columnsOf(rows: readonly Row[], room: number): Column[] {
	const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) =>
		rows.every((row) => isPlain(row[name]))
	);
	const columns: Column[] = [];
	let left = room;
	for (const name of names) {
		const longest = Math.max(textWidth(name), ...rows.map((row) => textWidth(cell(row[name]))));
		if (longest === textWidth(name) && rows.every((row) => cell(row[name]) === '')) continue;
		const wanted = room === Infinity || /^id$|Id$/.test(name) ? longest : Math.min(longest, widest);
		const width = Math.min(wanted, left);
		if (width < wanted && (width < narrowest || /^id$|Id$/.test(name))) continue;
		columns.push({ name, width });
		left -= width + between;
	}
	return columns;
}

/**
 * A list of objects as aligned lines under the names of their fields. Fields that hold objects, and
 * those that are empty in every row, are left out, as is what does not fit.
 * @param room columns of the terminal, Infinity where nothing has to fit
 */
export function tableOf(rows: readonly Row[], room: number): string[] {
	const columns = columnsOf(rows, room);
	const line = (text: (name: string) => string): string =>
		columns
			.map(({ name, width }) => fitTo(text(name), width))
			.join(' '.repeat(between))
			.trimEnd();
	return [
		line((name) => name.toUpperCase()),
		...rows.map((row) => line((name) => cell(row[name])))
	];
}
