import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { missing, refuse } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';
import type { Database } from '#server/db/open.ts';
import type { Place } from '#server/db/place.ts';
import type { Tables } from '#server/db/tables.ts';
import { openHouse } from '#server/open-house.ts';

/** Opens the house for one command and lets it go afterwards. */
export async function withDatabase<Result>(
	config: Config,
	work: (database: Database, secret: Buffer) => Promise<Result>
): Promise<Result> {
	const house = await openHouse(config);
	try {
		return await work(house.database, house.folder.secret);
	} finally {
		await house.close();
	}
}

/** The SQLite file of a data folder, for reading beside the server. @throws Refusal `backup.nothing` */
export function databaseOf(config: Config): string {
	const path = join(config.data, 'imago.db');
	if (existsSync(path)) return path;
	throw refuse('missing', 'backup.nothing', `There is no data in ${config.data}. Set IMAGO_DATA.`);
}

/** Where to read beside the server. @throws Refusal `backup.nothing` */
export function placeFor(config: Config): Place {
	return config.postgres
		? { engine: 'postgres', url: config.postgres.url }
		: { engine: 'sqlite', path: databaseOf(config) };
}

/** The account of an address. @throws Refusal `account.missing` */
export async function accountOf(read: Kysely<Tables>, email: string) {
	const account = await read
		.selectFrom('auth_user')
		.innerJoin('workspaces', 'workspaces.user_id', 'auth_user.id')
		.select(['auth_user.id as userId', 'workspaces.id as workspaceId'])
		.where('auth_user.email', '=', email.trim().toLowerCase())
		.executeTakeFirst();
	if (!account) throw missing('account');
	return account;
}
