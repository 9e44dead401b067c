import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { refuse } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';

/** Files of the data folder beside the database without which it cannot be read. */
export const companions = ['secret.key', 'imago.json'] as const;

/** @throws when SQLite finds the copy damaged */
export function checkCopy(path: string): void {
	const copy = new DatabaseSync(path, { readOnly: true });
	try {
		const answer = copy.prepare('pragma integrity_check').get();
		const broken = copy.prepare('pragma foreign_key_check').get();
		if (Object.values(answer ?? {})[0] !== 'ok' || broken) {
			throw refuse('unavailable', 'backup.damaged', `${path} is damaged. It was not used.`);
		}
	} finally {
		copy.close();
	}
}

/**
 * Copies the data folder while the server may be writing: SQLite's own online back-up, then a
 * check of the copy.
 * @throws Refusal when the folder exists or there is nothing to copy
 */
export async function backUp(config: Config, to: string): Promise<void> {
	const from = join(config.data, 'imago.db');
	if (!existsSync(from)) {
		throw refuse(
			'missing',
			'backup.nothing',
			`There is no data in ${config.data}. Set IMAGO_DATA.`
		);
	}
	if (existsSync(to)) {
		throw refuse('conflict', 'backup.exists', `${to} exists already. Name a folder that does not.`);
	}
	mkdirSync(to, { recursive: true, mode: 0o700 });
	const source = new DatabaseSync(from, { readOnly: true, timeout: 5000 });
	try {
		await backup(source, join(to, 'imago.db'));
	} finally {
		source.close();
	}
	checkCopy(join(to, 'imago.db'));
	for (const name of companions) copyFileSync(join(config.data, name), join(to, name));
	process.stdout.write(
		`Everything is in ${to}, checked. It holds people's addresses: keep it safe.\n`
	);
}
