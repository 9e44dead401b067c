import { figured, figures } from '#kernel/number-text.ts';
import { refuse, type Refusal, type RefusalKind } from '#kernel/refusal.ts';

/** Makes a refusal of an import file. Nothing was written before any of them. */
function importRefusal(kind: RefusalKind, reason: string, sentence: string, todo: string): Refusal {
	return refuse(
		kind,
		`workspace-import.${reason}`,
		`${sentence} Nothing was imported. ${todo}`,
		'file'
	);
}

const exportAgain = 'Export the workspace again, and choose the new file.';

export const noFile = importRefusal(
	'invalid',
	'no-file',
	'No file was chosen.',
	'Choose the export file of a workspace.'
);

export const emptyFile = importRefusal('invalid', 'empty', 'This file is empty.', exportAgain);

export const notOurs = importRefusal(
	'invalid',
	'not-ours',
	'This is not an export of an Imago workspace.',
	'Choose the .json or .json.gz file that you downloaded in Settings.'
);

export const damaged = importRefusal(
	'invalid',
	'damaged',
	'This file is damaged or incomplete.',
	exportAgain
);

export const changed = importRefusal(
	'invalid',
	'changed',
	'This file was changed after Imago wrote it: its checksum does not match.',
	`${exportAgain} If you changed the file on purpose, delete its last line, “sum”.`
);

export const archive = importRefusal(
	'invalid',
	'archive',
	'This is a ZIP file.',
	'Unpack the ZIP file and choose the file inside.'
);

export const tooLarge = importRefusal(
	'too-large',
	'too-large',
	'This file is larger than 10 MB.',
	'Choose the compressed export (.json.gz). It is about five times smaller.'
);

const askHost =
	'If the file is correct, ask the person who runs this Imago to import it from the command line.';

/** A file that exceeds the limit when it is unpacked. @param most limit in bytes */
export function tooLargeUnpacked(most: number): Refusal {
	return importRefusal(
		'too-large',
		'too-large-unpacked',
		`Unpacked, this file is larger than ${figures(most / 1024 / 1024)} MB.`,
		askHost
	);
}

/** A file that is small in bytes and has too many JSON tokens. */
export const tooMuch = importRefusal(
	'too-large',
	'too-much',
	'This file contains more values than a workspace can have.',
	askHost
);

export function newer(what: string): Refusal {
	return importRefusal(
		'conflict',
		'newer',
		`A newer Imago wrote this file (${what} is unknown here).`,
		'Ask the person who runs this Imago to update it first.'
	);
}

/** A part of the file that is not valid; `what` names the place. */
export function wrong(what: string): Refusal {
	return importRefusal('invalid', 'wrong', `In this file, ${what}.`, exportAgain);
}

/** A row that violates a unique key. */
export function twice(table: string, row: number): Refusal {
	return importRefusal(
		'invalid',
		'twice',
		`In this file, row ${String(row)} of “${table}” has the same key as another row.`,
		exportAgain
	);
}

/** A name from a file in quotation marks, shortened for display. */
export function quoted(name: string): string {
	return `“${name.length > 60 ? `${name.slice(0, 60)}…` : name}”`;
}

/** A value that is not allowed in its column. */
export function wrongValue(table: string, row: number, column: string): Refusal {
	return wrong(
		`row ${String(row)} of ${quoted(table)} has a value in ${quoted(column)} that is not allowed`
	);
}

const tooManyTodo = 'docs/export.md lists how many rows of each table a workspace can have.';

/** More rows than a workspace may have. */
export function tooManyRows(table: string, most: number): Refusal {
	return importRefusal(
		'too-large',
		'too-many',
		`This file has more than ${figured(most, 'row')} of ${quoted(table)}.`,
		tooManyTodo
	);
}

/** More rows with one value in a column than allowed. */
export function tooManyEach(table: string, column: string, most: number): Refusal {
	return importRefusal(
		'too-large',
		'too-many',
		`In this file, more than ${figured(most, 'row')} of ${quoted(table)} share one ${quoted(column)}.`,
		tooManyTodo
	);
}
