import { figured } from '#kernel/number-text.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';
import { z } from 'zod';
import { print, say } from '../show/print.ts';
import { askHost } from '../transport/with-transport.ts';

const linked = z.object({ link: z.string() });

/** Prints a link with which one person makes one account, within seven days. */
export async function addUser(config: Config): Promise<void> {
	const { link } = linked.parse(await askHost(config, 'user.add'));
	say(`Give this to one person. It works once, for seven days: ${link}`);
}

const reset = linked.extend({ keys: z.number(), secondFactorRemoved: z.boolean() });

/**
 * Prints a link that sets a new password, within ten minutes, and how many keys the account has.
 * @throws Refusal `account.missing`
 */
export async function resetUser(
	config: Config,
	email: string,
	{ secondFactor = false }: { secondFactor?: boolean }
): Promise<void> {
	const answer = reset.parse(await askHost(config, 'user.reset', { email, secondFactor }));
	say(`This sets a new password. It works once, for 10 minutes: ${answer.link}`);
	if (answer.secondFactorRemoved) say('The second factor is removed.');
	else if (secondFactor) say('This account has no second factor. Nothing was removed.');
	if (answer.keys === 0) return;
	say(
		`The account has ${figured(answer.keys, 'key')} for programs, which still ${answer.keys === 1 ? 'works' : 'work'}. Settings asks which to remove; "imago key list ${email}" shows them.`
	);
}

const signedOut = z.object({ sessions: z.number() });

/**
 * Ends every session of an account, or with `all` of everybody, and says how many there were.
 * @throws Refusal `account.missing`; `input.invalid` for neither or both
 */
export async function signOutUser(
	config: Config,
	email: string | undefined,
	{ all = false }: { all?: boolean }
): Promise<void> {
	if (all === (email !== undefined)) {
		throw refuse(
			'invalid',
			'input.invalid',
			'Name the address of one account, or give --all for everybody. Nothing was changed.'
		);
	}
	const answer = await askHost(config, 'user.sign-out', all ? {} : { email });
	const { sessions } = signedOut.parse(answer);
	say(`${figured(sessions, 'session')} ended. API keys still work.`);
}

/** Prints who has an account here. */
export async function listUsers(config: Config, options: { json?: boolean }): Promise<void> {
	print(await askHost(config, 'user.list'), options);
}
