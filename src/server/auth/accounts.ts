import type { Kysely } from 'kysely';
import type { Clock } from '#kernel/clock.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/open.ts';
import type { Tables } from '../db/tables.ts';
import { limits, networkOf, type Limiter } from '../rate-limiter.ts';
import type { SecurityLog } from '../security-log.ts';
import { newId } from '../tokens.ts';
import type { BetterAuth } from './better-auth.ts';
import { endOtherSessionsAndLinks } from './change-password.ts';
import { openKeyReview } from './key-review.ts';
import { accountPurposes, openLink, usedLink, useLink, type LinkPurpose } from './links.ts';
import { hashPassword } from './password.ts';
import { passwordRefusal } from './password-policy.ts';
import { signIn, type Client } from './sign-in.ts';

/** The parts of the running app that accounts and sign-in need. */
export interface AccountParts {
	config: Config;
	database: Database;
	clock: Clock;
	limiter: Limiter;
	security: SecurityLog;
	/** the instance's key */
	secret: Buffer;
	betterAuth(): Promise<BetterAuth>;
}

export interface NewAccount {
	name: string;
	email: string;
	password: string;
	/** IANA time zone of the explorer */
	zone: string;
}

/**
 * Inserts the user, the password and the workspace.
 * @returns id of the account; nothing where the address has an account already
 */
async function writeAccount(
	tx: Kysely<Tables>,
	account: NewAccount & { hash: string },
	now: string
): Promise<string | undefined> {
	const userId = newId();
	const { email, name } = account;
	const times = { createdAt: now, updatedAt: now };
	const added = await tx
		.insertInto('auth_user')
		.values({ id: userId, name, email, emailVerified: 0, ...times })
		.onConflict((conflict) => conflict.column('email').doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!added) return undefined;
	await tx
		.insertInto('auth_account')
		.values({
			id: newId(),
			userId,
			accountId: userId,
			providerId: 'credential',
			password: account.hash,
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
			created_at: now
		})
		.execute();
	return userId;
}

/**
 * Creates an account with its workspace by a one-time link, and uses the link up. Where the address
 * has an account already, nothing is created, the link is used up too, and the answer is the same,
 * so that it reveals nothing about other accounts. Only the first account is signed in at once,
 * because its address cannot be taken.
 * @returns response of better-auth whose cookies sign the first explorer in; nothing for an invited
 * one
 * @throws Refusal `link.used` for an invalid link; `password.short`, `.long`, `.guessable`
 */
export async function signUp(
	parts: AccountParts,
	account: NewAccount,
	code: string,
	client: Client
): Promise<Response | undefined> {
	// Without a valid link the answer reveals nothing.
	await refuseInvalidLink(parts, code, accountPurposes, client.address);
	const email = account.email.trim().toLowerCase();
	const refusal = await passwordRefusal(parts.config, account.password, [account.name, email]);
	if (refusal) throw refusal;
	const now = parts.clock.now();
	const hash = await hashPassword(account.password);
	const { made, isFirst } = await parts.database.write(async (tx) => {
		const { purpose } = await useLink(tx, code, accountPurposes, now);
		const userId = await writeAccount(tx, { ...account, email, hash }, now);
		return { made: userId, isFirst: purpose === 'first-account' };
	});
	if (made) parts.security.record('account.made', { account: made, address: client.address });
	if (!isFirst) return undefined;
	return (await signIn(parts, email, account.password, client)).response;
}

/**
 * Refuses an invalid link. A valid link always works; only invalid ones are counted, per network.
 * @throws Refusal `link.used` for an invalid link, `link.too-many` after thirty in ten minutes
 */
async function refuseInvalidLink(
	parts: AccountParts,
	code: string,
	purposes: readonly LinkPurpose[],
	address: string
): Promise<void> {
	if (await openLink(parts.database.read, code, purposes, parts.clock.now())) return;
	const millis = Date.parse(parts.clock.now());
	const { left } = await parts.limiter.take('link', networkOf(address), limits.misses, millis);
	const reason = left === 0 ? 'slowed' : 'no-match';
	parts.security.record('authentication.failed', { address, credential: 'link', reason });
	throw usedLink;
}

async function ownerOf(parts: AccountParts, code: string) {
	const { database, clock } = parts;
	const link = await openLink(database.read, code, ['password'], clock.now());
	return database.read
		.selectFrom('auth_user')
		.select(['id', 'name', 'email'])
		.where('id', '=', link?.userId ?? '')
		.executeTakeFirst();
}

/**
 * Sets a new password by a one-time link. Ends every session of the account and invalidates its
 * other password links; where the account has API keys or passkeys, Settings asks which of them to
 * keep.
 * @throws Refusal `link.used` for an invalid link; `password.short`, `.long`, `.guessable`
 */
export async function setPasswordByLink(
	parts: AccountParts,
	code: string,
	password: string,
	address: string
): Promise<void> {
	await refuseInvalidLink(parts, code, ['password'], address);
	const owner = await ownerOf(parts, code);
	if (!owner) throw usedLink;
	const refusal = await passwordRefusal(parts.config, password, [owner.name, owner.email]);
	if (refusal) throw refusal;
	const now = parts.clock.now();
	const hash = await hashPassword(password);
	await parts.database.write(async (tx) => {
		await useLink(tx, code, ['password'], now);
		await tx
			.updateTable('auth_account')
			.set({ password: hash, updatedAt: now })
			.where('userId', '=', owner.id)
			.where('providerId', '=', 'credential')
			.execute();
		await endOtherSessionsAndLinks(tx, owner.id);
		await openKeyReview(tx, owner.id, now);
	});
	const facts = { account: owner.id, address };
	parts.security.record('reset-link.used', facts);
	parts.security.record('credential.changed', { ...facts, credential: 'password' });
	parts.security.record('session.ended', { ...facts, by: 'credential-change' });
}
