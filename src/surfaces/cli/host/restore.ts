import { existsSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';
import { copyDurably } from '#server/files.ts';
import { backedUp, checkCopy, damagedCopy } from './backup.ts';
import { refuseServer } from './database-file.ts';
import { changedFile } from './sums.ts';

/**
 * Puts a back-up into an empty data folder.
 * @throws Refusal when the back-up is incomplete or damaged, or the folder holds something
 */
export async function restore(config: Config, from: string): Promise<void> {
	refuseServer(config);
	for (const name of backedUp) {
		const at = lstatSync(join(from, name), { throwIfNoEntry: false });
		if (!at) {
			throw refuse('missing', 'restore.incomplete', `${from} is no back-up: ${name} is missing.`);
		}
		// A link could bring any file of this machine in.
		if (!at.isFile()) throw damagedCopy(join(from, name));
	}
	if (existsSync(config.data) && readdirSync(config.data).length > 0) {
		throw refuse(
			'conflict',
			'restore.not-empty',
			`${config.data} is not empty. Nothing was touched. Set IMAGO_DATA to an empty folder.`
		);
	}
	const changed = await changedFile(from);
	if (changed) throw damagedCopy(join(from, changed));
	checkCopy(join(from, 'imago.db'));
	mkdirSync(config.data, { recursive: true, mode: 0o700 });
	// The marker comes last: a folder without it is not taken for a finished one.
	for (const name of backedUp) copyDurably(join(from, name), join(config.data, name));
	process.stdout.write(`${config.data} holds the back-up. Start Imago as usual.\n`);
}
