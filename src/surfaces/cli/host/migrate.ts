import { refuse } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';
import { migrateAsOwner, roleIn } from '#server/db/postgres/open.ts';
import { say } from '../show/print.ts';

/**
 * Brings a PostgreSQL to this version's schema, as its owner, and puts its policies up.
 * @throws Refusal `migrate.no-owner` where the owner is not named; DatabaseRefused, NewerSchema
 */
export async function migrateDatabase({ postgres }: Config): Promise<void> {
	if (!postgres?.ownerUrl) {
		throw refuse(
			'invalid',
			'migrate.no-owner',
			'DATABASE_URL and DATABASE_OWNER_URL must both be set. Nothing was changed. A SQLite file is migrated by itself when Imago starts.'
		);
	}
	const newest = await migrateAsOwner(postgres.ownerUrl, roleIn(postgres.url));
	say(`The database has the schema ${newest}.`);
}
