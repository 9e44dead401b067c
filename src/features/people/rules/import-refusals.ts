import { refuse, type Refusal, refuseConflict, refuseInvalid } from '#kernel/refusal.ts';
import type { ImportStage } from './import-stage.ts';

/** The file has more bytes than `longestUpload`. */
export const tooLarge = refuse(
	'too-large',
	'imports.too-large',
	'This file is larger than 10 MB, the limit for one import. Nothing was imported. Choose only the Connections.csv from a ZIP, or split a long list into two files.',
	'file'
);

/** The file has no bytes at all. */
export const emptyFile = refuseInvalid(
	'imports.empty-file',
	'This file is empty. Nothing was imported. Choose the Connections.csv or the ZIP from LinkedIn.',
	'file'
);

/**
 * Refuses a second import while one waits to be committed or discarded.
 * @param fileName of the waiting import
 */
export function anotherWaits(fileName: string): Refusal {
	return refuseConflict(
		'imports.waiting',
		`The import of ${fileName} is still open. Nothing was read. Add its people or discard that import first.`,
		'file'
	);
}

/** A mapping was sent for an import that does not await one. */
export const notAsked = refuseConflict(
	'imports.not-asked',
	'You cannot choose columns for this import now. Nothing was changed. Check the current state of the import.'
);

/** The mapping has no column for a name. */
export const noNameColumn = refuseInvalid(
	'imports.no-name-column',
	'No column with the name is chosen. The file is still here. Choose the column that contains the name.',
	'columns.name'
);

/** The mapping names a column beyond the last one of the file. */
export const noSuchColumn = refuseInvalid(
	'imports.no-such-column',
	'The file does not have this column. The file is still here. Choose one of the columns shown.',
	'columns.name'
);

/** The import has no new people to commit. */
export const nobodyNew = refuseConflict(
	'imports.nobody-new',
	'This file has no new people to add. Nothing was changed. You can discard the import.'
);

const notWaiting: Partial<Record<ImportStage, string>> = {
	reading: 'This file is still being read. Nothing was changed. Wait until reading is finished.',
	mapping:
		'The columns of this file are not chosen yet. Nothing was changed. Choose the columns first, or discard the import.',
	failed:
		'This file could not be read, so there is no one to add. Nothing was changed. Choose another file.',
	committed:
		'The people of this import are already in your address book. Nothing was changed. To remove them, undo the import.',
	discarded: 'This import was discarded. Nothing was changed. Upload the file again.',
	undone: 'This import was undone. Nothing was changed. Upload the file again.'
};

/**
 * Refuses a step that is not possible at the present stage of the import.
 * @param stage its present stage
 */
export function notNow(stage: ImportStage): Refusal {
	return refuseConflict(
		`imports.${stage}`,
		notWaiting[stage] ??
			'The people of this import are not added yet. Nothing was changed. You can discard the import.'
	);
}
