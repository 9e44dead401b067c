import { z } from 'zod';
import { beginAddress, resetAddress } from '#kernel/page-addresses.ts';
import { countKeys } from '#server/auth/key-review.ts';
import { makeLink } from '#server/auth/links.ts';
import { hasSecondFactor, removeSecondFactor } from '#server/auth/second-factor-setup.ts';
import { accountOf, listAccounts } from './accounts.server.ts';
import { hostCommand } from './command.server.ts';

/** Creates a link that creates one account, once, within 7 days. */
export const addUser = hostCommand(z.object({}), async (app) => {
	const code = await app.database.write((tx) => makeLink(tx, 'account', app.clock.now()));
	return { link: app.config.origin + beginAddress(code) };
});

/**
 * Creates a link that sets a new password, within 10 minutes; earlier links become invalid. With
 * `secondFactor` the second factor of the account is removed, for a lost phone. Returns also the number
 * of API keys of the account.
 * @throws Refusal `account.missing`
 */
export const resetUser = hostCommand(
	z.object({
		email: z.string('Give the e-mail address of the account.'),
		secondFactor: z.boolean().default(false)
	}),
	async (app, { email, secondFactor }) => {
		const { userId } = await accountOf(app.database.read, email);
		const removed = secondFactor && (await hasSecondFactor(app.database, userId));
		const code = await app.database.write(async (tx) => {
			if (removed) await removeSecondFactor(tx, userId);
			return makeLink(tx, 'password', app.clock.now(), userId);
		});
		app.security.record('reset-link.made', { account: userId });
		if (removed) {
			const facts = { account: userId, credential: 'second-factor' as const };
			app.security.record('credential.removed', facts);
		}
		return {
			link: app.config.origin + resetAddress(code),
			keys: await app.database.reading((db) => countKeys(db, userId)),
			secondFactorRemoved: removed
		};
	}
);

/**
 * Ends all sessions of an account, or of all accounts where none is given. API keys stay valid.
 * @throws Refusal `account.missing`
 */
export const signOutUser = hostCommand(
	z.object({ email: z.string().optional() }),
	async (app, { email }) => {
		const account =
			email === undefined ? undefined : (await accountOf(app.database.read, email)).userId;
		const ended = await app.database.write((tx) => {
			const sessions = tx.deleteFrom('auth_session').returning('userId');
			return (account === undefined ? sessions : sessions.where('userId', '=', account)).execute();
		});
		for (const userId of new Set(ended.map((session) => session.userId))) {
			app.security.record('session.ended', { account: userId, by: 'host' });
		}
		return { sessions: ended.length };
	}
);

/** Lists all accounts. */
export const listUsers = hostCommand(z.object({}), async (app) => ({
	users: (await listAccounts(app.database.read)).map(({ email, name, since }) => ({
		email,
		name,
		since
	}))
}));
