import { createWriteStream, existsSync, linkSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { refuse, refuseConflict } from '#kernel/refusal.ts';
import { draftBeside, openNew } from '#server/files.ts';

function fileExists(path: string) {
	return refuseConflict(
		'export.exists',
		`${path} already exists. Choose a file that does not exist yet.`
	);
}

/**
 * Checks that a new file can be created at a path.
 * @throws Refusal `export.exists`, `export.no-folder`
 */
export function requireNewFile(path: string): void {
	if (existsSync(path)) throw fileExists(path);
	const folder = dirname(path);
	if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
	throw refuse(
		'missing',
		'export.no-folder',
		`${folder} is not a folder. Nothing was saved. Create it, or choose another folder.`
	);
}

/**
 * Writes a stream to a new file (mode 0600), atomically: to a temporary file first, then linked to its
 * name. Never overwrites.
 * @throws Refusal `export.exists`
 */
export async function saveFile(file: ReadableStream<Uint8Array>, path: string): Promise<void> {
	const draft = draftBeside(path);
	try {
		await pipeline(
			Readable.fromWeb(file as never),
			createWriteStream('', { fd: openNew(draft), flush: true })
		);
		try {
			linkSync(draft, path);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw fileExists(path);
			throw error;
		}
	} finally {
		rmSync(draft, { force: true });
	}
}

/** Writes a stream to standard output, respecting back-pressure. */
export async function writeToStdout(file: ReadableStream<Uint8Array>): Promise<void> {
	for await (const piece of Readable.fromWeb(file as never)) {
		if (!process.stdout.write(piece as Uint8Array)) {
			await new Promise((resolve) => process.stdout.once('drain', resolve));
		}
	}
}
