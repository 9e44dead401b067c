import { refuse } from '#kernel/refusal.ts';
import type { ImportStage } from '../rules/import-stage.ts';

export function tooLarge() {
	return refuse(
		'too-large',
		'imports.too-large',
		'This file is larger than 10 MB, more than a list of connections ever is. Nothing was imported. Choose the Connections.csv inside it.',
		'file'
	);
}

export function emptyFile() {
	return refuse(
		'invalid',
		'imports.empty-file',
		'There is nothing in this file. Nothing was imported. Choose the Connections.csv or the ZIP that LinkedIn gave you.',
		'file'
	);
}

export function anotherWaits(fileName: string) {
	return refuse(
		'conflict',
		'imports.waiting',
		`${fileName} waits for you to look at it. Nothing was read. Take it over or discard it first.`,
		'file'
	);
}

export function idTaken() {
	return refuse(
		'conflict',
		'imports.id-taken',
		'This id belongs to another import. Nothing was read. Leave it out, and a fresh one is given.',
		'id'
	);
}

export function notAsked() {
	return refuse(
		'conflict',
		'imports.not-asked',
		'The columns of this file need no explanation now. Nothing was changed. Look at the import as it stands.'
	);
}

export function noNameColumn() {
	return refuse(
		'invalid',
		'imports.no-name-column',
		'Without a column for the name nobody can be read. The file is still here. Say which column holds it.',
		'columns.name'
	);
}

export function noSuchColumn() {
	return refuse(
		'invalid',
		'imports.no-such-column',
		'The file has no such column. It is still here. Choose among the columns shown.',
		'columns.name'
	);
}

export function nobodyNew() {
	return refuse(
		'conflict',
		'imports.nobody-new',
		'Everybody in this file is here already or is kept out. Nothing was changed. You can discard it.'
	);
}

const notWaiting: Partial<Record<ImportStage, string>> = {
	reading: 'This file is still being read. Nothing was changed. Wait until everybody is counted.',
	mapping: 'This file waits for you to say what its columns are. Nothing was changed.',
	failed: 'This file could not be read, so there is nobody to take over. Nothing was changed.',
	committed: 'This import is in your people already. Nothing was changed. It can be undone.',
	discarded: 'This import was discarded. Nothing was changed. Upload the file once more.',
	undone: 'This import was undone. Nothing was changed. Upload the file once more.'
};

/** The step does not fit where the import stands. */
export function notNow(stage: ImportStage) {
	return refuse(
		'conflict',
		`imports.${stage}`,
		notWaiting[stage] ??
			'This import is not in your people yet. Nothing was changed. You can discard it.'
	);
}
