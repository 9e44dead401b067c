import {
	closeSync,
	copyFileSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readdirSync
} from 'node:fs';
import { join } from 'node:path';
import { refuse } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';
import { backedUp, checkCopy, damagedCopy } from './backup.ts';
import { refuseServer } from './database-file.ts';
import { changedFile } from './sums.ts';

function copyDurably(from: string, to: string): void {
	copyFileSync(from, to);
	const file = openSync(to, 'r+');
	fsyncSync(file);
	closeSync(file);
}

/**
 * Puts a back-up into an empty data folder.
 * @throws Refusal when the back-up is incomplete or damaged, or the folder holds something
 */
export async function restore(config: Config, from: string): Promise<void> {
	refuseServer(config);
	for (const name of backedUp) {
		if (!existsSync(join(from, name))) {
			throw refuse('missing', 'restore.incomplete', `${from} is no back-up: ${name} is missing.`);
		}
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
