import { figured, figures } from '#kernel/number-text.ts';
import { refuse, type Refusal, type RefusalKind } from '#kernel/refusal.ts';

/** Every sentence about a file that cannot be brought in. Nothing was written before any of them. */
function no(kind: RefusalKind, reason: string, sentence: string, todo: string): Refusal {
	return refuse(kind, `arrival.${reason}`, `${sentence} Nothing was brought in. ${todo}`, 'file');
}

const takeAgain = 'Take the export once more where it came from, and choose that file.';

export const noFile = no(
	'invalid',
	'no-file',
	'No file was chosen.',
	'Choose the export of a workspace.'
);

export const emptyFile = no('invalid', 'empty', 'This file is empty.', takeAgain);

export const notOurs = no(
	'invalid',
	'not-ours',
	'This is no export of an Imago workspace.',
	'Choose the .json or .json.gz file that Settings gave you.'
);

export const damaged = no(
	'invalid',
	'damaged',
	'This file was damaged or cut off on its way.',
	takeAgain
);

export const changed = no(
	'invalid',
	'changed',
	'This file is not as Imago wrote it: its sum does not fit.',
	`${takeAgain} Who changes a file on purpose takes its last line, “sum”, out.`
);

export const archive = no(
	'invalid',
	'archive',
	'This is a ZIP.',
	'Unpack it and choose the file inside.'
);

export const tooLarge = no(
	'too-large',
	'too-large',
	'This file is larger than 10 MB.',
	'Take the packed export (.json.gz), about a fifth of it.'
);

const askHost =
	'If it is yours and right, ask the person who runs this Imago to bring it in by the command line.';

/** @param most bytes */
export function tooLargeUnpacked(most: number): Refusal {
	return no(
		'too-large',
		'too-large-unpacked',
		`Unpacked, this file is larger than ${figures(most / 1024 / 1024)} MB.`,
		askHost
	);
}

/** Small in bytes, endless in pieces. */
export const tooMuch = no(
	'too-large',
	'too-much',
	'This file holds more brackets and values than any workspace has.',
	askHost
);

export function newer(what: string): Refusal {
	return no(
		'conflict',
		'newer',
		`A newer Imago wrote this file (${what} is unknown here).`,
		'Ask for this one to be brought up to date first.'
	);
}

/** What stands in the file where something else should; `what` names the place. */
export function wrong(what: string): Refusal {
	return no('invalid', 'wrong', `In this file ${what}.`, takeAgain);
}

/** Two rows of which only one may be there. */
export function twice(table: string, row: number): Refusal {
	return no(
		'invalid',
		'twice',
		`In this file row ${String(row)} of “${table}” stands where another one does already.`,
		takeAgain
	);
}

/** A name out of a file, as short as it may be shown. */
export function quoted(name: string): string {
	return `“${name.length > 60 ? `${name.slice(0, 60)}…` : name}”`;
}

/** A value that no operation would have written. */
export function wrongValue(table: string, row: number, column: string): Refusal {
	return wrong(
		`row ${String(row)} of ${quoted(table)} says something in ${quoted(column)} that cannot stand there`
	);
}

const tooManyTodo = 'docs/export.md of Imago lists how many of each a workspace may hold.';

/** More rows than a workspace may have. */
export function tooManyRows(table: string, most: number): Refusal {
	return no(
		'too-large',
		'too-many',
		`This file has more than ${figured(most, 'row')} of ${quoted(table)}.`,
		tooManyTodo
	);
}

/** More rows that belong to one thing than it may have. */
export function tooManyEach(table: string, column: string, most: number): Refusal {
	return no(
		'too-large',
		'too-many',
		`In this file more than ${figured(most, 'row')} of ${quoted(table)} share one ${quoted(column)}.`,
		tooManyTodo
	);
}
