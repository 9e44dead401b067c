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

/** Modes that give access to the owner alone. */
export const ownFile = 0o600;
export const ownFolder = 0o700;
const others = 0o077;

/**
 * A temporary path in the same folder, with a random name that cannot be prepared by somebody else.
 */
export function draftBeside(path: string): string {
	return join(dirname(path), `.${basename(path)}.${randomBytes(9).toString('hex')}.draft`);
}

/**
 * Creates a file for writing, with access for its owner alone; fails where the path exists or is a
 * link.
 * @returns file descriptor
 */
export function openNew(path: string): number {
	const { O_CREAT, O_EXCL, O_WRONLY, O_NOFOLLOW } = constants;
	return openSync(path, O_CREAT | O_EXCL | O_WRONLY | (O_NOFOLLOW ?? 0), ownFile);
}

/**
 * Flushes the entries of a folder to disk, so that they survive a loss of power, where the system
 * supports it.
 */
function syncFolder(path: string): void {
	try {
		const folder = openSync(path, constants.O_RDONLY);
		fsyncSync(folder);
		closeSync(folder);
	} catch {
		// Windows cannot open folders; it flushes their entries by itself.
	}
}

/**
 * Writes a file atomically: a temporary file is written, flushed to disk and renamed over an older
 * one.
 */
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

/**
 * Copies a regular file to a path that does not exist yet, with access for its owner alone, and
 * flushes it to disk.
 * @throws Error where the source is a link or no file, or the target exists
 */
export function copyDurably(from: string, to: string): void {
	if (!lstatSync(from).isFile()) throw new Error(`${from} is not a regular file. It was not used.`);
	copyFileSync(from, to, constants.COPYFILE_EXCL);
	chmodSync(to, ownFile);
	const file = openSync(to, 'r+');
	fsyncSync(file);
	closeSync(file);
	syncFolder(dirname(to));
}

/** Result of restricting a data folder to its owner. */
export interface Modes {
	/** paths that others could read, now restricted */
	mended: string[];
	/** paths that others can still read, with the reason */
	open: string[];
}

/**
 * Restricts a folder and its direct entries to their owner. Links are left as they are, and nested
 * folders are not searched. Does nothing on Windows, which has no such modes.
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
