import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parsedJson } from '#kernel/json.ts';
import { writeDurably } from '#server/files.ts';

/** Name of the file with the SHA-256 of each file of a back-up. */
const checksumsFileName = 'sums.json';
const checksumsSchema = z.record(z.string(), z.string());

async function checksumOf(path: string): Promise<string> {
	const checksum = createHash('sha256');
	for await (const piece of createReadStream(path)) checksum.update(piece as Buffer);
	return checksum.digest('hex');
}

/** Writes the checksums of a complete back-up, as its last file. */
export async function writeChecksums(folder: string, names: readonly string[]): Promise<void> {
	const checksums: Record<string, string> = {};
	for (const name of names) checksums[name] = await checksumOf(join(folder, name));
	const text = `${JSON.stringify(checksums, null, '\t')}\n`;
	writeDurably(join(folder, checksumsFileName), text);
}

/**
 * Finds the first file whose checksum differs. SQLite's integrity check finds damaged pages, but not a
 * changed value.
 * @returns the name of the file; undefined where all match, or where a back-up has no checksums (older
 * versions wrote none)
 */
export async function changedFile(folder: string): Promise<string | undefined> {
	const path = join(folder, checksumsFileName);
	if (!existsSync(path)) return undefined;
	const read = checksumsSchema.safeParse(parsedJson(readFileSync(path, 'utf8')));
	if (!read.success) return checksumsFileName;
	for (const [name, checksum] of Object.entries(read.data)) {
		if (!existsSync(join(folder, name)) || (await checksumOf(join(folder, name))) !== checksum)
			return name;
	}
	return undefined;
}
