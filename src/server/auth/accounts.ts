import type { Clock } from '#kernel/clock.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/open.ts';
import { limits, networkOf, type Limiter } from '../limiter.ts';
import { newId } from '../secrets.ts';
import type { BetterAuth } from './better-auth.ts';
import { useLink } from './links.ts';
import { hashPassword, judgePassword } from './password.ts';

/** What signing in and up needs of the running program. */
export interface AccountParts {
	config: Config;
	database: Database;
	clock: Clock;
	limiter: Limiter;
	betterAuth(): Promise<BetterAuth>;
}

export interface NewAccount {
	name: string;
	email: string;
	password: string;
	/** IANA zone of the explorer */
	zone: string;
}

/** Whether somebody without a link may make an account. */
export function signUpIsOpen(parts: Pick<AccountParts, 'config'>): boolean {
	return parts.config.signup === 'open';
}

async function makeAccount(parts: AccountParts, account: NewAccount): Promise<Response> {
	const { database, clock } = parts;
	const email = account.email.trim().toLowerCase();
	const taken = await database.read
		.selectFrom('auth_user')
		.select('id')
		.where('email', '=', email)
		.executeTakeFirst();
	if (taken) {
		throw refuse(
			'conflict',
			'account.email-taken',
			'There is an account with this address already. Nothing was changed. Sign in, or take another address.',
			'email'
		);
	}
	const userId = newId();
	const now = clock.now();
	const password = await hashPassword(account.password);
	await database.write(async (tx) => {
		await tx
			.insertInto('auth_user')
			.values({
				id: userId,
				name: account.name,
				email,
				emailVerified: 0,
				image: null,
				createdAt: now,
				updatedAt: now
			})
			.execute();
		await tx
			.insertInto('auth_account')
			.values({
				id: newId(),
				userId,
				accountId: userId,
				providerId: 'credential',
				password,
				createdAt: now,
				updatedAt: now
			} as never)
			.execute();
		await tx
			.insertInto('workspaces')
			.values({
				id: newId(),
				user_id: userId,
				explorer_name: account.name,
				zone: account.zone,
				holiday_country: null,
				created_at: now
			})
			.execute();
	});
	return signInResponse(parts, email, account.password);
}

async function signInResponse(
	parts: AccountParts,
	email: string,
	password: string
): Promise<Response> {
	const auth = await parts.betterAuth();
	return auth.api.signInEmail({
		body: { email, password },
		headers: new Headers({ origin: parts.config.origin }),
		asResponse: true
	});
}

/**
 * Makes an account with its workspace and signs it in.
 * @param code of a one-time link; left out where sign-up is open
 * @param address of the client, for the limit on open sign-up
 * @returns better-auth's answer, whose cookies sign the explorer in
 * @throws Refusal for a used link, a closed sign-up, a taken address, a guessable password
 */
export async function signUp(
	parts: AccountParts,
	account: NewAccount,
	code: string | undefined,
	address: string
): Promise<Response> {
	const weak = judgePassword(account.password, [account.name, account.email.split('@')[0] ?? '']);
	if (weak) throw weak;
	const now = parts.clock.now();
	if (code !== undefined) {
		// The link is used up first: of two people who hold it, one gets the account.
		const taken = await parts.database.read
			.selectFrom('auth_user')
			.select('id')
			.where('email', '=', account.email.trim().toLowerCase())
			.executeTakeFirst();
		if (!taken) await parts.database.write((tx) => useLink(tx, code, now));
		return makeAccount(parts, account);
	}
	if (!signUpIsOpen(parts)) {
		throw refuse(
			'not-allowed',
			'account.closed',
			'This Imago takes no new accounts by itself. Nothing was made. Ask the person who runs it for a link.'
		);
	}
	parts.limiter.check('sign-up', networkOf(address), limits.signUp, Date.parse(now));
	parts.limiter.count('sign-up', networkOf(address), limits.signUp, Date.parse(now));
	return makeAccount(parts, account);
}

/**
 * Signs in with e-mail and password. A wrong address and a wrong password get the same answer in
 * about the same time.
 * @throws Refusal `sign-in.no-match`, or `too-many` after ten failures in 15 minutes
 */
export async function signIn(
	parts: AccountParts,
	email: string,
	password: string,
	address: string
): Promise<Response> {
	const millis = Date.parse(parts.clock.now());
	const account = email.trim().toLowerCase();
	const network = networkOf(address);
	parts.limiter.check('sign-in', account, limits.signIn, millis);
	parts.limiter.check('sign-in', network, limits.signIn, millis);
	// Counted before the slow comparison, so that many at once do not slip through.
	parts.limiter.count('sign-in', account, limits.signIn, millis);
	parts.limiter.count('sign-in', network, limits.signIn, millis);
	const response = await signInResponse(parts, account, password);
	if (!response.ok) {
		throw refuse(
			'invalid',
			'sign-in.no-match',
			'That does not match. Nothing is locked; try again.',
			'password'
		);
	}
	parts.limiter.clear('sign-in', account);
	parts.limiter.refund('sign-in', network);
	return response;
}

/** Sets a new password by a one-time link and ends every session of that account. */
export async function setPasswordByLink(
	parts: AccountParts,
	code: string,
	password: string
): Promise<void> {
	const weak = judgePassword(password, []);
	if (weak) throw weak;
	const now = parts.clock.now();
	const hash = await hashPassword(password);
	await parts.database.write(async (tx) => {
		const { userId } = await useLink(tx, code, now);
		if (!userId) return;
		await tx
			.updateTable('auth_account')
			.set({ password: hash, updatedAt: now })
			.where('userId', '=', userId)
			.where('providerId', '=', 'credential')
			.execute();
		await tx.deleteFrom('auth_session').where('userId', '=', userId).execute();
	});
}
