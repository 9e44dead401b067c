import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { writeDurably } from '#server/files.ts';

const socketName = 'imago.sock';
/** Says where the socket is, when the data folder's path is too long for one. */
const addressName = 'socket.txt';
/** Bytes that the path of a socket may have: 103 on macOS, 107 on Linux. */
const longestPath = 103;
const folderPrefix = 'imago-socket-';

/** Where a socket is born beside its place; the data folder overlooks names that begin so. */
export const birthFolder = '.socket-';

/** Whether a socket has room in a folder, also while it is being born. */
const fits = (folder: string): boolean =>
	Buffer.byteLength(join(folder, `${birthFolder}XXXXXX`, 's')) <= longestPath;

/** Where a running server listens for the command line; there need not be one. */
export function socketPathOf(data: string): string {
	const address = join(data, addressName);
	return existsSync(address) ? readFileSync(address, 'utf8').trim() : join(data, socketName);
}

/** Takes away a socket and what was made for it; of a process that crashed, too. */
export function clearSocket(data: string): void {
	const path = socketPathOf(data);
	rmSync(path, { force: true });
	// Only a folder that was made for a socket goes with it.
	if (basename(dirname(path)).startsWith(folderPrefix)) {
		rmSync(dirname(path), { recursive: true, force: true });
	}
	rmSync(join(data, addressName), { force: true });
}

/**
 * The place for a new socket: in the data folder, or where that path is too long, in a folder of
 * its own (mode 0700) among the system's temporary files, with its address in the data folder.
 * Whoever calls holds the data folder's lock, so a socket that is there is nobody's any more.
 * @returns undefined where no path is short enough
 */
export function chooseSocketPath(data: string): string | undefined {
	clearSocket(data);
	if (fits(data)) return join(data, socketName);
	if (!fits(join(tmpdir(), `${folderPrefix}XXXXXX`))) return undefined;
	const elsewhere = join(mkdtempSync(join(tmpdir(), folderPrefix)), socketName);
	writeDurably(join(data, addressName), `${elsewhere}\n`);
	return elsewhere;
}
