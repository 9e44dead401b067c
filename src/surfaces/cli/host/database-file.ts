import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';

/**
 * A back-up in a folder is one of a SQLite file.
 * @throws Refusal `backup.postgres` where everything is in a PostgreSQL
 */
export function refuseServer({ postgres }: Pick<Config, 'postgres'>): void {
	if (!postgres) return;
	throw refuse(
		'conflict',
		'backup.postgres',
		'Everything is in PostgreSQL here, which has tools of its own for this: pg_dump and pg_restore, as docs/hosting.md shows. Nothing was changed.'
	);
}

/** The SQLite file of a data folder, for reading beside the server. @throws Refusal `backup.nothing`, `backup.postgres` */
export function databaseOf(config: Config): string {
	refuseServer(config);
	const path = join(config.data, 'imago.db');
	if (existsSync(path)) return path;
	throw refuse('missing', 'backup.nothing', `There is no data in ${config.data}. Set IMAGO_DATA.`);
}
