import type { Config } from '#server/config.ts';
import { z } from 'zod';
import { print, say } from '../show/print.ts';
import { askOnce } from '../ways/with-way.ts';

const linked = z.object({ link: z.string() });

async function ask(config: Config, command: string, input: unknown): Promise<unknown> {
	return (await askOnce(config, { kind: 'host', command, input })).output;
}

/** Prints a link with which one person makes one account, within seven days. */
export async function addUser(config: Config): Promise<void> {
	const { link } = linked.parse(await ask(config, 'user.add', {}));
	say(`Give this to one person. It works once, for seven days: ${link}`);
}

/** Prints a link that sets a new password, within 24 hours. @throws Refusal `account.missing` */
export async function resetUser(config: Config, email: string): Promise<void> {
	const { link } = linked.parse(await ask(config, 'user.reset', { email }));
	say(`This sets a new password. It works once, for 24 hours: ${link}`);
}

/** Prints who has an account here. */
export async function listUsers(config: Config, options: { json?: boolean }): Promise<void> {
	print(await ask(config, 'user.list', {}), options);
}
