import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';

/** The SQLite file of a data folder, for reading beside the server. @throws Refusal `backup.nothing` */
export function databaseOf(config: Config): string {
	const path = join(config.data, 'imago.db');
	if (existsSync(path)) return path;
	throw refuse('missing', 'backup.nothing', `There is no data in ${config.data}. Set IMAGO_DATA.`);
}
