import Papa from 'papaparse';
import type { LoadedTitle } from '#features/people/writes/lexicons.server.ts';
import { refuseInvalid } from '#kernel/refusal.ts';

/** The content of a file of job titles. */
export interface TitlesFile {
	/** titles with their family, or with an occupation code whose name is in another file */
	titles: { title: string; family?: string; code?: string }[];
	/** names of families by occupation code */
	families: Map<string, string>;
	/** number of rows without a usable title */
	skipped: number;
}

const maxLength = 200;
const codeColumn = /^o\*net-soc code$|^(soc |occupation )?code$/;
const titleColumns = ['alternate title', 'job title', 'reported job title', 'title', 'short title'];
const familyColumns = ['family', 'occupation', 'group'];

function decoded(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		// Older spreadsheets write Windows-1252.
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/**
 * In tab-separated files quotation marks are ordinary characters; in comma-separated files they quote a
 * cell.
 */
function rowsIn(text: string): string[][] {
	const [head = ''] = text.split('\n', 1);
	if (head.includes('\t')) return text.split(/\r?\n/).map((line) => line.split('\t'));
	return Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
}

function isTitle(text: string): boolean {
	return text.length <= maxLength && /\p{L}/u.test(text) && !/\p{Cc}/u.test(text);
}

function noTitles(name: string) {
	return refuseInvalid(
		'titles.no-titles',
		`${name} has no readable titles. Nothing was changed. The first line must name the columns: "title", and "family" if there are families, or the columns of O*NET's files.`
	);
}

function cellsOf(cells: readonly string[], at: number): string | undefined {
	const text = cells[at]?.trim();
	return text && text !== 'n/a' ? text : undefined;
}

/**
 * Parses a tab- or comma-separated file of job titles: columns `title` and `family`, or those of O*NET
 * (`Alternate Titles.txt`, `Job Titles.txt`, `Occupation Data.txt`).
 * @throws Refusal `titles.no-titles`
 */
export function readTitlesFile(name: string, bytes: Uint8Array): TitlesFile {
	const [head = [], ...rows] = rowsIn(decoded(bytes).replace(/^\ufeff/, ''));
	const columns = head.map((column) => column.trim().toLowerCase());
	const code = columns.findIndex((column) => codeColumn.test(column));
	const family = columns.findIndex((column) => familyColumns.includes(column));
	const titles = titleColumns.map((column) => columns.indexOf(column)).filter((at) => at >= 0);
	if (titles.length === 0) throw noTitles(name);
	// A file of occupations has the names of the codes.
	const namesFamilies = code >= 0 && columns.includes('description');
	const read: TitlesFile = { titles: [], families: new Map(), skipped: 0 };
	for (const cells of rows) {
		if (cells.every((cell) => cell.trim() === '')) continue;
		const found = titles.flatMap((at) => cellsOf(cells, at) ?? []);
		const fitting = found.filter(isTitle);
		if (fitting.length === 0) read.skipped += 1;
		const ofCode = cellsOf(cells, code);
		const ofFamily = cellsOf(cells, family)?.slice(0, maxLength);
		if (namesFamilies && ofCode && fitting[0]) read.families.set(ofCode, fitting[0]);
		for (const title of fitting) {
			read.titles.push({
				title,
				...(ofCode === undefined ? {} : { code: ofCode }),
				...(ofFamily === undefined ? {} : { family: ofFamily })
			});
		}
	}
	if (read.titles.length === 0) throw noTitles(name);
	return read;
}

/** Merges several files: codes of one file get the family names of another. */
export function mergeTitles(files: readonly TitlesFile[]): LoadedTitle[] {
	const families = new Map(files.flatMap((file) => [...file.families]));
	return files.flatMap((file) =>
		file.titles.map(({ title, family, code = '' }) => ({
			title,
			family: family ?? families.get(code) ?? code
		}))
	);
}

/** Whether a file is one of O*NET, whose source and licence are known. */
export function isOnet(name: string, bytes: Uint8Array): boolean {
	return (
		/^(\ufeff)?O\*NET-SOC Code\t/.test(decoded(bytes.subarray(0, 200))) && /\.txt$/i.test(name)
	);
}
