import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parsedJson } from '#kernel/json.ts';
import { writeDurably } from '#server/files.ts';

/** Says of each file of a back-up what it was like when it was made. */
const sumsName = 'sums.json';
const sumsSchema = z.record(z.string(), z.string());

async function sumOf(path: string): Promise<string> {
	const sum = createHash('sha256');
	for await (const piece of createReadStream(path)) sum.update(piece as Buffer);
	return sum.digest('hex');
}

/** Writes the sums of a finished back-up, last of all. */
export async function writeSums(folder: string, names: readonly string[]): Promise<void> {
	const sums: Record<string, string> = {};
	for (const name of names) sums[name] = await sumOf(join(folder, name));
	const text = `${JSON.stringify(sums, null, '\t')}\n`;
	writeDurably(join(folder, sumsName), text);
}

/**
 * The first file that is not as it was. SQLite's own check sees torn pages, not a letter that
 * became another.
 * @returns nothing where all are, or where a back-up has no sums (made before they were written)
 */
export async function changedFile(folder: string): Promise<string | undefined> {
	const path = join(folder, sumsName);
	if (!existsSync(path)) return undefined;
	const read = sumsSchema.safeParse(parsedJson(readFileSync(path, 'utf8')));
	if (!read.success) return sumsName;
	for (const [name, sum] of Object.entries(read.data)) {
		if (!existsSync(join(folder, name)) || (await sumOf(join(folder, name))) !== sum) return name;
	}
	return undefined;
}
