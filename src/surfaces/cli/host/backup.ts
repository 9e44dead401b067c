import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { refuse, type Refusal, refuseConflict } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';
import { copyDurably, ownFile } from '#server/files.ts';
import { databasePath } from './database-file.ts';
import { writeChecksums } from './checksums.ts';

/** Files of the data folder without which the database cannot be read. */
const keyFiles = ['secret.key', 'imago.json'] as const;
/** All files of a back-up. */
export const backupFiles = ['imago.db', ...keyFiles] as const;

/**
 * Pages copied per step: all. A back-up in several steps restarts whenever another process writes in
 * between and would never end under load; one step copies one consistent snapshot and blocks no writer.
 */
const pagesPerStep = 2 ** 30;

export function damagedCopy(path: string): Refusal {
	return refuse('unavailable', 'backup.damaged', `${path} is damaged. It was not used.`);
}

function isSound(path: string): boolean {
	const copy = new DatabaseSync(path, { readOnly: true });
	try {
		const answer = copy.prepare('pragma integrity_check').get();
		const broken = copy.prepare('pragma foreign_key_check').get();
		return Object.values(answer ?? {})[0] === 'ok' && !broken;
	} catch {
		// The file is not a SQLite database.
		return false;
	} finally {
		copy.close();
	}
}

/**
 * Checks a copy with SQLite's integrity check and foreign key check.
 * @throws Refusal `backup.damaged`
 */
export function checkCopy(path: string): void {
	if (!isSound(path)) throw damagedCopy(path);
}

/**
 * Backs up the data folder while the server may be writing: SQLite's online back-up, a check of the copy,
 * then SHA-256 checksums of all files.
 * @param to folder to create
 * @throws Refusal `backup.exists`, `backup.nothing`, `backup.postgres`, `backup.damaged`
 */
export async function backUp(config: Config, to: string): Promise<void> {
	const from = databasePath(config);
	if (existsSync(to)) {
		throw refuseConflict(
			'backup.exists',
			`${to} already exists. Choose a folder that does not exist yet.`
		);
	}
	mkdirSync(to, { recursive: true, mode: 0o700 });
	const source = new DatabaseSync(from, { readOnly: true, timeout: 5000 });
	try {
		await backup(source, join(to, 'imago.db'), { rate: pagesPerStep });
	} finally {
		source.close();
	}
	chmodSync(join(to, 'imago.db'), ownFile);
	checkCopy(join(to, 'imago.db'));
	for (const name of keyFiles) copyDurably(join(config.data, name), join(to, name));
	await writeChecksums(to, backupFiles);
	process.stdout.write(
		`The back-up is in ${to} and was checked. It contains people's addresses: keep it safe.\n`
	);
}
