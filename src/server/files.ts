import { randomBytes } from 'node:crypto';
import {
	chmodSync,
	closeSync,
	constants,
	copyFileSync,
	fsyncSync,
	lstatSync,
	statSync,
	openSync,
	readdirSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** For its owner alone. */
export const ownFile = 0o600;
export const ownFolder = 0o700;
const others = 0o077;

/** A name beside a path that nobody can have prepared. */
export function draftBeside(path: string): string {
	return join(dirname(path), `.${basename(path)}.${randomBytes(9).toString('hex')}.draft`);
}

/** Opens a file that must not be there yet: no other is written over and no link is followed. */
export function openNew(path: string): number {
	const { O_CREAT, O_EXCL, O_WRONLY, O_NOFOLLOW } = constants;
	return openSync(path, O_CREAT | O_EXCL | O_WRONLY | (O_NOFOLLOW ?? 0), ownFile);
}

/** Makes what stands in a folder last through a loss of power; where the system can. */
function syncFolder(path: string): void {
	try {
		const folder = openSync(path, constants.O_RDONLY);
		fsyncSync(folder);
		closeSync(folder);
	} catch {
		// Windows opens no folders; it writes their entries by itself.
	}
}

/** Writes a file whole or not at all, and only then in the place of an older one. */
export function writeDurably(path: string, text: string): void {
	const draft = draftBeside(path);
	const file = openNew(draft);
	try {
		writeFileSync(file, text);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
	try {
		renameSync(draft, path);
	} catch (error) {
		rmSync(draft, { force: true });
		throw error;
	}
	syncFolder(dirname(path));
}

/** Copies a file that is no link to a name that is not taken, for its owner alone. */
export function copyDurably(from: string, to: string): void {
	if (!lstatSync(from).isFile()) throw new Error(`${from} is no file of its own. It was not used.`);
	copyFileSync(from, to, constants.COPYFILE_EXCL);
	chmodSync(to, ownFile);
	const file = openSync(to, 'r+');
	fsyncSync(file);
	closeSync(file);
	syncFolder(dirname(to));
}

/** What was found of a folder that only its owner should read. */
export interface Modes {
	/** paths that others could read until now */
	mended: string[];
	/** paths that others may read still, with the reason */
	open: string[];
}

/**
 * Takes a folder and the files in it from everybody but their owner; links are left as they are, and
 * so is what lies deeper. Windows knows no such modes.
 */
export function keepFromOthers(folder: string): Modes {
	const modes: Modes = { mended: [], open: [] };
	if (process.platform === 'win32') return modes;
	for (const path of [folder, ...readdirSync(folder).map((name) => join(folder, name))]) {
		// The folder itself may be a link: a link has no mode of its own.
		const at = (path === folder ? statSync : lstatSync)(path, { throwIfNoEntry: false });
		if (!at || at.isSymbolicLink() || (at.mode & others) === 0) continue;
		try {
			chmodSync(path, at.isDirectory() ? ownFolder : ownFile);
			modes.mended.push(path);
		} catch (error) {
			modes.open.push(`${path}: ${(error as Error).message}`);
		}
	}
	return modes;
}
