import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';
import { copyDurably, ownFile } from '#server/files.ts';
import { databaseOf } from './database-file.ts';
import { writeSums } from './sums.ts';

/** Files of the data folder beside the database without which it cannot be read. */
export const companions = ['secret.key', 'imago.json'] as const;
/** Everything in a back-up. */
export const backedUp = ['imago.db', ...companions] as const;

/**
 * pages copied at a time: all. A back-up in steps begins again whenever another process writes in
 * between, so under load it would never end; in one step it sees one moment, and nobody waits.
 */
const pagesAtOnce = 2 ** 30;

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
		// Not even a database any more.
		return false;
	} finally {
		copy.close();
	}
}

/** @throws Refusal `backup.damaged` when SQLite finds the copy damaged */
export function checkCopy(path: string): void {
	if (!isSound(path)) throw damagedCopy(path);
}

/**
 * Copies the data folder while the server may be writing: SQLite's own online back-up, then a
 * check of the copy, then the sums by which later damage shows.
 * @throws Refusal when the folder exists or there is nothing to copy
 */
export async function backUp(config: Config, to: string): Promise<void> {
	const from = databaseOf(config);
	if (existsSync(to)) {
		throw refuse('conflict', 'backup.exists', `${to} exists already. Name a folder that does not.`);
	}
	mkdirSync(to, { recursive: true, mode: 0o700 });
	const source = new DatabaseSync(from, { readOnly: true, timeout: 5000 });
	try {
		await backup(source, join(to, 'imago.db'), { rate: pagesAtOnce });
	} finally {
		source.close();
	}
	chmodSync(join(to, 'imago.db'), ownFile);
	checkCopy(join(to, 'imago.db'));
	for (const name of companions) copyDurably(join(config.data, name), join(to, name));
	await writeSums(to, backedUp);
	process.stdout.write(
		`Everything is in ${to}, checked. It holds people's addresses: keep it safe.\n`
	);
}
