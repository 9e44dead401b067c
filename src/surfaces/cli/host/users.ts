import { figured } from '#kernel/number-text.ts';
import { refuseInvalid } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';
import { z } from 'zod';
import { print, printLine } from '../show/print.ts';
import { askHost } from '../transport/with-transport.ts';

const linkOutput = z.object({ link: z.string() });

/** Prints a link that creates one account, once, within 7 days. */
export async function addUser(config: Config): Promise<void> {
	const { link } = linkOutput.parse(await askHost(config, 'user.add'));
	printLine(`Give this to one person. It works once, for seven days: ${link}`);
}

const resetOutput = linkOutput.extend({ keys: z.number(), secondFactorRemoved: z.boolean() });

/**
 * Prints a link that sets a new password, within 10 minutes, and the number of API keys of the account.
 * @throws Refusal `account.missing`
 */
export async function resetUser(
	config: Config,
	email: string,
	{ secondFactor = false }: { secondFactor?: boolean }
): Promise<void> {
	const answer = resetOutput.parse(await askHost(config, 'user.reset', { email, secondFactor }));
	printLine(`This sets a new password. It works once, for 10 minutes: ${answer.link}`);
	if (answer.secondFactorRemoved) printLine('The second factor is removed.');
	else if (secondFactor) printLine('This account has no second factor. Nothing was removed.');
	if (answer.keys === 0) return;
	printLine(
		`The account has ${figured(answer.keys, 'API key')}, which still ${answer.keys === 1 ? 'works' : 'work'}. Delete keys that nobody uses in Settings. "imago key list ${email}" shows them.`
	);
}

const signOutOutput = z.object({ sessions: z.number() });

/**
 * Ends all sessions of an account, or with `all` of all accounts, and prints their number.
 * @throws Refusal `account.missing`; `input.invalid` for neither or both
 */
export async function signOutUser(
	config: Config,
	email: string | undefined,
	{ all = false }: { all?: boolean }
): Promise<void> {
	if (all === (email !== undefined)) {
		throw refuseInvalid(
			'input.invalid',
			'Give the e-mail address of one account, or --all for every account. Nothing was changed.'
		);
	}
	const answer = await askHost(config, 'user.sign-out', all ? {} : { email });
	const { sessions } = signOutOutput.parse(answer);
	printLine(`${figured(sessions, 'session')} ended. API keys still work.`);
}

/** Prints all accounts. */
export async function listUsers(config: Config, options: { json?: boolean }): Promise<void> {
	print(await askHost(config, 'user.list'), options);
}
