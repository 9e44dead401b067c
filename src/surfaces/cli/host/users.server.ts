import { z } from 'zod';
import { makeLink } from '#server/auth/links.ts';
import type { Served } from '../ways/served.ts';
import { accountOf, listAccounts } from './accounts.server.ts';

/** A link with which one person makes one account, within seven days. */
export const addUser = {
	input: z.object({}),
	run: async (app: Served) => {
		const code = await app.database.write((tx) => makeLink(tx, 'account', app.clock.now()));
		return { link: `${app.config.origin}/begin/${code}` };
	}
};

/** A link that sets a new password, within 24 hours. Refuses with `account.missing`. */
export const resetUser = {
	input: z.object({ email: z.string('Name the address of the account.') }),
	run: async (app: Served, { email }: { email: string }) => {
		const { userId } = await accountOf(app.database.read, email);
		const code = await app.database.write((tx) =>
			makeLink(tx, 'password', app.clock.now(), userId)
		);
		return { link: `${app.config.origin}/reset/${code}` };
	}
};

/** Who has an account here. */
export const listUsers = {
	input: z.object({}),
	run: async (app: Served) => ({
		users: (await listAccounts(app.database.read)).map(({ email, name, since }) => ({
			email,
			name,
			since
		}))
	})
};
