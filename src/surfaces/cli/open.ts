import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { missing, refuse } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';
import { openDatabase, type Database } from '#server/db/open.ts';
import type { Tables } from '#server/db/tables.ts';
import { takeFolder } from '#server/folder.ts';

/** Opens the data folder for one command and lets it go afterwards. */
export async function withDatabase<Result>(
	config: Config,
	work: (database: Database, secret: Buffer) => Promise<Result>
): Promise<Result> {
	const folder = takeFolder(config.data);
	try {
		const database = openDatabase(folder.database);
		folder.markReady();
		try {
			return await work(database, folder.secret);
		} finally {
			await database.close();
		}
	} finally {
		folder.release();
	}
}

/** The SQLite file of a data folder, for reading beside the server. @throws Refusal `backup.nothing` */
export function databaseOf(config: Config): string {
	const path = join(config.data, 'imago.db');
	if (existsSync(path)) return path;
	throw refuse('missing', 'backup.nothing', `There is no data in ${config.data}. Set IMAGO_DATA.`);
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
