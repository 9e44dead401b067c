import { makeLink } from '#server/auth/links.ts';
import type { Config } from '#server/config.ts';
import { accountOf, withDatabase } from './open.ts';

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

/** Prints a link with which one person makes one account, within seven days. */
export async function addUser(config: Config): Promise<void> {
	await withDatabase(config, async (database) => {
		const now = new Date().toISOString();
		const code = await database.write((tx) => makeLink(tx, 'account', now));
		print(`Give this to one person. It works once, for seven days: ${config.origin}/begin/${code}`);
	});
}

/** Prints a link that sets a new password, within 24 hours. @throws Refusal `account.missing` */
export async function resetUser(config: Config, email: string): Promise<void> {
	await withDatabase(config, async (database) => {
		const { userId } = await accountOf(database.read, email);
		const now = new Date().toISOString();
		const code = await database.write((tx) => makeLink(tx, 'password', now, userId));
		print(`This sets a new password. It works once, for 24 hours: ${config.origin}/reset/${code}`);
	});
}
