import { figured, figures } from '#kernel/number-text.ts';
import { refuse, type Refusal, type RefusalKind } from '#kernel/refusal.ts';

/** Makes a refusal of an import file. Nothing was written before any of them. */
function importRefusal(kind: RefusalKind, reason: string, sentence: string, todo: string): Refusal {
	return refuse(
		kind,
		`workspace-import.${reason}`,
		`${sentence} Nothing was brought in. ${todo}`,
		'file'
	);
}

const exportAgain = 'Take the export once more where it came from, and choose that file.';

export const noFile = importRefusal(
	'invalid',
	'no-file',
	'No file was chosen.',
	'Choose the export of a workspace.'
);

export const emptyFile = importRefusal('invalid', 'empty', 'This file is empty.', exportAgain);

export const notOurs = importRefusal(
	'invalid',
	'not-ours',
	'This is no export of an Imago workspace.',
	'Choose the .json or .json.gz file that Settings gave you.'
);

export const damaged = importRefusal(
	'invalid',
	'damaged',
	'This file was damaged or cut off on its way.',
	exportAgain
);

export const changed = importRefusal(
	'invalid',
	'changed',
	'This file is not as Imago wrote it: its sum does not fit.',
	`${exportAgain} Who changes a file on purpose takes its last line, “sum”, out.`
);

export const archive = importRefusal(
	'invalid',
	'archive',
	'This is a ZIP.',
	'Unpack it and choose the file inside.'
);

export const tooLarge = importRefusal(
	'too-large',
	'too-large',
	'This file is larger than 10 MB.',
	'Take the packed export (.json.gz), about a fifth of it.'
);

const askHost =
	'If it is yours and right, ask the person who runs this Imago to bring it in by the command line.';

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
	'This file holds more brackets and values than any workspace has.',
	askHost
);

export function newer(what: string): Refusal {
	return importRefusal(
		'conflict',
		'newer',
		`A newer Imago wrote this file (${what} is unknown here).`,
		'Ask for this one to be brought up to date first.'
	);
}

/** A part of the file that is not valid; `what` names the place. */
export function wrong(what: string): Refusal {
	return importRefusal('invalid', 'wrong', `In this file ${what}.`, exportAgain);
}

/** A row that violates a unique key. */
export function twice(table: string, row: number): Refusal {
	return importRefusal(
		'invalid',
		'twice',
		`In this file row ${String(row)} of “${table}” stands where another one does already.`,
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
		`row ${String(row)} of ${quoted(table)} says something in ${quoted(column)} that cannot stand there`
	);
}

const tooManyTodo = 'docs/export.md of Imago lists how many of each a workspace may hold.';

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
		`In this file more than ${figured(most, 'row')} of ${quoted(table)} share one ${quoted(column)}.`,
		tooManyTodo
	);
}
