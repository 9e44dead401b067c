import { createWriteStream, existsSync, linkSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { refuse } from '#kernel/refusal.ts';
import { draftBeside, openNew } from '#server/files.ts';

function taken(path: string) {
	return refuse('conflict', 'export.exists', `${path} exists already. Name a file that does not.`);
}

/**
 * Looks before anything is made whether a file of this name can be.
 * @throws Refusal `export.exists`, `export.no-folder`
 */
export function requireNewFile(path: string): void {
	if (existsSync(path)) throw taken(path);
	const folder = dirname(path);
	if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
	throw refuse(
		'missing',
		'export.no-folder',
		`${folder} is not a folder. Nothing was written. Create it, or choose another folder.`
	);
}

/**
 * Writes a file that comes as a stream, for its owner alone: whole under its name, or not at all.
 * @throws Refusal `export.exists`; nothing is ever written over
 */
export async function save(file: ReadableStream<Uint8Array>, path: string): Promise<void> {
	const draft = draftBeside(path);
	try {
		await pipeline(
			Readable.fromWeb(file as never),
			createWriteStream('', { fd: openNew(draft), flush: true })
		);
		try {
			linkSync(draft, path);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw taken(path);
			throw error;
		}
	} finally {
		rmSync(draft, { force: true });
	}
}

/** Lets a file go on to standard output, for the next program. */
export async function pass(file: ReadableStream<Uint8Array>): Promise<void> {
	for await (const piece of Readable.fromWeb(file as never)) {
		if (!process.stdout.write(piece as Uint8Array)) {
			await new Promise((resolve) => process.stdout.once('drain', resolve));
		}
	}
}
