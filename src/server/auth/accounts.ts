import type { Kysely } from 'kysely';
import type { Clock } from '#kernel/clock.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/open.ts';
import type { Tables } from '../db/tables.ts';
import { limits, networkOf, type Limit, type Limiter } from '../limiter.ts';
import { newId } from '../secrets.ts';
import type { BetterAuth } from './better-auth.ts';
import { accountPurposes, openLink, usedLink, useLink, type LinkPurpose } from './links.ts';
import { hashPassword, mostPasswordLength } from './password.ts';
import { passwordRefusal } from './password-policy.ts';

/** RFC 5321: no address is longer. */
const longestEmail = 254;

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

function emailTaken() {
	return refuse(
		'conflict',
		'account.email-taken',
		'There is an account with this address already. Nothing was changed. Sign in, or take another address.',
		'email'
	);
}

/** User, password and workspace; with the link, if there is one, all or nothing. */
async function writeAccount(
	tx: Kysely<Tables>,
	account: NewAccount & { hash: string },
	now: string
): Promise<void> {
	const userId = newId();
	const { email, name } = account;
	const taken = await tx
		.selectFrom('auth_user')
		.select('id')
		.where('email', '=', email)
		.executeTakeFirst();
	if (taken) throw emailTaken();
	const times = { createdAt: now, updatedAt: now };
	const added = await tx
		.insertInto('auth_user')
		.values({ id: userId, name, email, emailVerified: 0, image: null, ...times })
		// Another process may have made it since the look above.
		.onConflict((conflict) => conflict.column('email').doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!added) throw emailTaken();
	await tx
		.insertInto('auth_account')
		.values({
			id: newId(),
			userId,
			accountId: userId,
			providerId: 'credential',
			password: account.hash,
			accessToken: null,
			refreshToken: null,
			idToken: null,
			accessTokenExpiresAt: null,
			refreshTokenExpiresAt: null,
			scope: null,
			...times
		})
		.execute();
	await tx
		.insertInto('workspaces')
		.values({
			id: newId(),
			user_id: userId,
			explorer_name: name,
			zone: account.zone,
			holiday_country: null,
			created_at: now
		})
		.execute();
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
	const now = parts.clock.now();
	const network = networkOf(address);
	if (code === undefined) {
		if (!signUpIsOpen(parts)) {
			throw refuse(
				'not-allowed',
				'account.closed',
				'This Imago takes no new accounts by itself. Nothing was made. Ask the person who runs it for a link.'
			);
		}
		await countTry(parts, 'sign-up', network, limits.signUp);
	} else {
		// Whoever has no link learns nothing from this page, not even whether an address is taken.
		await missOrOpen(parts, code, accountPurposes, network);
	}
	const email = account.email.trim().toLowerCase();
	const weak = await passwordRefusal(parts.config, account.password, [account.name, email]);
	if (weak) throw weak;
	const hash = await hashPassword(account.password);
	await parts.database.write(async (tx) => {
		if (code !== undefined) await useLink(tx, code, accountPurposes, now);
		await writeAccount(tx, { ...account, email, hash }, now);
	});
	return signInResponse(parts, email, account.password);
}

async function countTry(
	parts: AccountParts,
	name: string,
	key: string,
	limit: Limit
): Promise<void> {
	const millis = Date.parse(parts.clock.now());
	await parts.limiter.take(name, key, limit, millis);
}

/** @throws Refusal `link.used` for a link that opens nothing, counted for each network */
async function missOrOpen(
	parts: AccountParts,
	code: string,
	purposes: readonly LinkPurpose[],
	network: string
): Promise<void> {
	const millis = Date.parse(parts.clock.now());
	await parts.limiter.check('link', network, limits.misses, millis);
	if (await openLink(parts.database.read, code, purposes, parts.clock.now())) return;
	await parts.limiter.count('link', network, limits.misses, millis);
	throw usedLink();
}

function noMatch() {
	return refuse(
		'invalid',
		'sign-in.no-match',
		'That does not match. Nothing is locked; try again.',
		'password'
	);
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
	// Longer than any account's: not worth a place in the limiter's memory, nor a comparison.
	if (email.length > longestEmail || password.length > mostPasswordLength) throw noMatch();
	const account = email.trim().toLowerCase();
	const network = networkOf(address);
	// Counted before the slow comparison, so that many at once do not slip through.
	// The network first: whoever is stopped there leaves no trace of the addresses they tried.
	await parts.limiter.take('sign-in', network, limits.signIn, millis);
	await parts.limiter.take('sign-in', account, limits.signIn, millis);
	const response = await signInResponse(parts, account, password);
	if (!response.ok) throw noMatch();
	await parts.limiter.clear('sign-in', account);
	await parts.limiter.refund('sign-in', network);
	return response;
}

/** Sets a new password by a one-time link and ends every session of that account. */
export async function setPasswordByLink(
	parts: AccountParts,
	code: string,
	password: string,
	address: string
): Promise<void> {
	const network = networkOf(address);
	await missOrOpen(parts, code, ['password'], network);
	await countTry(parts, 'reset', network, limits.reset);
	const weak = await passwordRefusal(parts.config, password, []);
	if (weak) throw weak;
	const now = parts.clock.now();
	const hash = await hashPassword(password);
	await parts.database.write(async (tx) => {
		const { userId } = await useLink(tx, code, ['password'], now);
		if (!userId) throw usedLink();
		await tx
			.updateTable('auth_account')
			.set({ password: hash, updatedAt: now })
			.where('userId', '=', userId)
			.where('providerId', '=', 'credential')
			.execute();
		await tx.deleteFrom('auth_session').where('userId', '=', userId).execute();
	});
}
