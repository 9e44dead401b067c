import { refuse, type Refusal, refuseConflict, refuseInvalid } from '#kernel/refusal.ts';
import type { ImportStage } from './import-stage.ts';

/** The file has more bytes than `longestUpload`. */
export const tooLarge = refuse(
	'too-large',
	'imports.too-large',
	'This file is larger than 10 MB, the most that is read at once. Nothing was imported. Of a ZIP choose only the Connections.csv in it; split a long list into two files.',
	'file'
);

/** The file has no bytes at all. */
export const emptyFile = refuseInvalid(
	'imports.empty-file',
	'There is nothing in this file. Nothing was imported. Choose the Connections.csv or the ZIP that LinkedIn gave you.',
	'file'
);

/**
 * Refuses a second import while one waits to be committed or discarded.
 * @param fileName of the waiting import
 */
export function anotherWaits(fileName: string): Refusal {
	return refuseConflict(
		'imports.waiting',
		`${fileName} waits for you to look at it. Nothing was read. Take it over or discard it first.`,
		'file'
	);
}

/** A mapping was sent for an import that does not await one. */
export const notAsked = refuseConflict(
	'imports.not-asked',
	'The columns of this file need no explanation now. Nothing was changed. Look at the import as it stands.'
);

/** The mapping has no column for a name. */
export const noNameColumn = refuseInvalid(
	'imports.no-name-column',
	'Without a column for the name nobody can be read. The file is still here. Say which column holds it.',
	'columns.name'
);

/** The mapping names a column beyond the last one of the file. */
export const noSuchColumn = refuseInvalid(
	'imports.no-such-column',
	'The file has no such column. It is still here. Choose among the columns shown.',
	'columns.name'
);

/** The import has no new people to commit. */
export const nobodyNew = refuseConflict(
	'imports.nobody-new',
	'Everybody in this file is here already or is kept out. Nothing was changed. You can discard it.'
);

const notWaiting: Partial<Record<ImportStage, string>> = {
	reading: 'This file is still being read. Nothing was changed. Wait until everybody is counted.',
	mapping:
		'This file waits for you to say what its columns are. Nothing was changed. Say it first, or discard the file.',
	failed:
		'This file could not be read, so there is nobody to take over. Nothing was changed. Choose another file.',
	committed:
		'This import is in your people already. Nothing was changed. Undo it if they should go.',
	discarded: 'This import was discarded. Nothing was changed. Upload the file once more.',
	undone: 'This import was undone. Nothing was changed. Upload the file once more.'
};

/**
 * Refuses a step that is not possible at the present stage of the import.
 * @param stage its present stage
 */
export function notNow(stage: ImportStage): Refusal {
	return refuseConflict(
		`imports.${stage}`,
		notWaiting[stage] ??
			'This import is not in your people yet. Nothing was changed. You can discard it.'
	);
}
