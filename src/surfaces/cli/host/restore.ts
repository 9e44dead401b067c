import { existsSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { refuse, refuseConflict } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';
import { copyDurably } from '#server/files.ts';
import { backupFiles, checkCopy, damagedCopy } from './backup.ts';
import { refusePostgres } from './database-file.ts';
import { changedFile } from './checksums.ts';

/**
 * Restores a back-up into an empty data folder.
 * @throws Refusal `restore.incomplete`, `backup.damaged`, `restore.not-empty`, `backup.postgres`
 */
export async function restore(config: Config, from: string): Promise<void> {
	refusePostgres(config);
	for (const name of backupFiles) {
		const at = lstatSync(join(from, name), { throwIfNoEntry: false });
		if (!at) {
			throw refuse(
				'missing',
				'restore.incomplete',
				`${from} is not a back-up: ${name} is missing.`
			);
		}
		// A symbolic link could copy any file of this machine into the data folder.
		if (!at.isFile()) throw damagedCopy(join(from, name));
	}
	if (existsSync(config.data) && readdirSync(config.data).length > 0) {
		throw refuseConflict(
			'restore.not-empty',
			`${config.data} is not empty. Nothing was changed. Set IMAGO_DATA to an empty folder.`
		);
	}
	const changed = await changedFile(from);
	if (changed) throw damagedCopy(join(from, changed));
	checkCopy(join(from, 'imago.db'));
	mkdirSync(config.data, { recursive: true, mode: 0o700 });
	// The marker file is copied last: a folder without it is not taken for a complete one.
	for (const name of backupFiles) copyDurably(join(from, name), join(config.data, name));
	process.stdout.write(`The back-up is restored in ${config.data}. Start Imago as usual.\n`);
}
