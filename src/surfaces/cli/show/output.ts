import { tableOf, type Row } from './table.ts';
import { maskControls, textWidth } from './width.ts';

const indent = '  ';

const isObject = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function plain(value: unknown): string {
	if (value === null || value === '') return '–';
	if (Array.isArray(value)) return value.length > 0 ? value.map(plain).join(', ') : 'none';
	return String(value);
}

/** A multi-line text is indented below its name. */
function textLines(name: string, value: unknown, padding: string): string[] {
	const lines = plain(value).split(/\r?\n/).map(maskControls);
	if (lines.length === 1) return [`${name}:${padding} ${lines[0] ?? ''}`];
	return [`${name}:`, ...lines.map((line) => indent + line)];
}

function fieldLines(name: string, value: unknown, padding: string, columns: number): string[] {
	const inside = (lines: string[]): string[] => lines.map((line) => indent + line);
	if (isObject(value)) {
		if (Object.keys(value).length === 0) return [`${name}:${padding} none`];
		return [`${name}:`, ...inside(linesOf(value, columns - indent.length))];
	}
	if (!Array.isArray(value) || value.every((each) => !isObject(each))) {
		return textLines(name, value, padding);
	}
	const rows = value.filter(isObject);
	return [`${name} (${rows.length}):`, ...inside(tableOf(rows, columns - indent.length))];
}

/**
 * Formats an answer for people: one line per field, a table per list of objects.
 * @param columns width of the terminal, Infinity for no limit
 */
export function linesOf(value: unknown, columns: number): string[] {
	if (Array.isArray(value) && value.some(isObject)) return tableOf(value.filter(isObject), columns);
	if (!isObject(value)) return plain(value).split(/\r?\n/).map(maskControls);
	const entries = Object.entries(value).filter(([, each]) => each !== undefined);
	const short = entries.filter(([, each]) => !isObject(each)).map(([name]) => textWidth(name));
	const widest = Math.min(24, Math.max(0, ...short));
	return entries.flatMap(([name, each]) =>
		fieldLines(name, each, ' '.repeat(Math.max(0, widest - textWidth(name))), columns)
	);
}

/**
 * Formats an answer as JSON for programs; C1 control characters are escaped, since terminals interpret
 * them.
 */
export function jsonOf(value: unknown): string {
	return JSON.stringify(value, null, '\t').replace(
		/[\u007f-\u009f]/g,
		(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}
