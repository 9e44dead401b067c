import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { refuse, refuseConflict } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';

/**
 * Refuses a folder back-up on PostgreSQL; it exists for SQLite files only.
 * @throws Refusal `backup.postgres`
 */
export function refusePostgres({ postgres }: Pick<Config, 'postgres'>): void {
	if (!postgres) return;
	throw refuseConflict(
		'backup.postgres',
		'This Imago uses PostgreSQL. Nothing was changed. Use pg_dump and pg_restore, see docs/hosting.md.'
	);
}

/**
 * The path of the SQLite file in the data folder.
 * @throws Refusal `backup.nothing` where there is none, `backup.postgres`
 */
export function databasePath(config: Config): string {
	refusePostgres(config);
	const path = join(config.data, 'imago.db');
	if (existsSync(path)) return path;
	throw refuse('missing', 'backup.nothing', `There is no data in ${config.data}. Set IMAGO_DATA.`);
}
