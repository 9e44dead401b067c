import type { Config } from '#server/config.ts';
import { openDatabase, type Database } from '#server/db/open.ts';
import { missing } from '#kernel/refusal.ts';
import { takeFolder } from '#server/folder.ts';

/** Opens the data folder for one command and lets it go afterwards. */
export async function withDatabase<Result>(
	config: Config,
	work: (database: Database) => Promise<Result>
): Promise<Result> {
	const folder = takeFolder(config.data);
	try {
		const database = openDatabase(folder.database);
		folder.markReady();
		try {
			return await work(database);
		} finally {
			await database.close();
		}
	} finally {
		folder.release();
	}
}

/** The account of an address. @throws Refusal `account.missing` */
export async function accountOf(database: Database, email: string) {
	const account = await database.read
		.selectFrom('auth_user')
		.innerJoin('workspaces', 'workspaces.user_id', 'auth_user.id')
		.select(['auth_user.id as userId', 'workspaces.id as workspaceId'])
		.where('auth_user.email', '=', email.trim().toLowerCase())
		.executeTakeFirst();
	if (!account) throw missing('account');
	return account;
}
