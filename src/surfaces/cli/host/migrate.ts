import { refuseInvalid } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';
import { migrateAsOwner, roleIn } from '#server/db/postgres/open.ts';
import { printLine } from '../show/print.ts';

/**
 * Migrates a PostgreSQL database to the schema of this version, as its owner, and creates its row-level
 * security policies.
 * @throws Refusal `migrate.no-owner` where no owner is configured; DatabaseRefused, NewerSchema
 */
export async function migrateDatabase({ postgres }: Config): Promise<void> {
	if (!postgres?.ownerUrl) {
		throw refuseInvalid(
			'migrate.no-owner',
			'DATABASE_URL and DATABASE_OWNER_URL must both be set. Nothing was changed. A SQLite file is migrated by itself when Imago starts.'
		);
	}
	const newest = await migrateAsOwner(postgres.ownerUrl, roleIn(postgres.url));
	printLine(`The database has the schema ${newest}.`);
}
