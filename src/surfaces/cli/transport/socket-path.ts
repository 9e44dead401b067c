import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { writeDurably } from '#server/files.ts';

const socketName = 'imago.sock';
/** File with the path of the socket, where the path of the data folder is too long for one. */
const pointerFileName = 'socket.txt';
/** Maximum length of a socket path in bytes: 103 on macOS, 107 on Linux. */
const maxPathBytes = 103;
const folderPrefix = 'imago-socket-';

/**
 * Prefix of the temporary folder in which a socket is created before it is moved to its path; the data
 * folder ignores names with this prefix.
 */
export const stagingFolderPrefix = '.socket-';

/** Whether the path of a socket in this folder, and in its temporary folder, is short enough. */
const fits = (folder: string): boolean =>
	Buffer.byteLength(join(folder, `${stagingFolderPrefix}XXXXXX`, 's')) <= maxPathBytes;

/** The path at which a running server listens for the command line; the socket need not exist. */
export function socketPathOf(data: string): string {
	const address = join(data, pointerFileName);
	return existsSync(address) ? readFileSync(address, 'utf8').trim() : join(data, socketName);
}

/** Deletes the socket and the folder and file made for it, also those of a crashed process. */
export function clearSocket(data: string): void {
	const path = socketPathOf(data);
	rmSync(path, { force: true });
	// Deletes the folder only where it was created for a socket.
	if (basename(dirname(path)).startsWith(folderPrefix)) {
		rmSync(dirname(path), { recursive: true, force: true });
	}
	rmSync(join(data, pointerFileName), { force: true });
}

/**
 * Chooses the path of a new socket: in the data folder, or where that path is too long, in a new folder
 * (mode 0700) in the temporary directory, whose path is written to the data folder. The caller holds the
 * lock of the data folder, so an existing socket is stale and is deleted.
 * @returns undefined where no path is short enough
 */
export function chooseSocketPath(data: string): string | undefined {
	clearSocket(data);
	if (fits(data)) return join(data, socketName);
	if (!fits(join(tmpdir(), `${folderPrefix}XXXXXX`))) return undefined;
	const elsewhere = join(mkdtempSync(join(tmpdir(), folderPrefix)), socketName);
	writeDurably(join(data, pointerFileName), `${elsewhere}\n`);
	return elsewhere;
}
