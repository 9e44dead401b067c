import type { Kysely } from 'kysely';
import { z } from 'zod';
import { refuseConflict, refuseInvalid } from '#kernel/refusal.ts';
import type { Database } from '../db/open.ts';
import type { Tables } from '../db/tables.ts';
import { backoffs } from '../rate-limiter.ts';
import { permitted } from '../perform.ts';
import { newId } from '../tokens.ts';
import type { AccountParts } from './accounts.ts';
import { decrypt } from './second-factor.ts';
import { endSessions, type Session } from './session.ts';
import { otpAddress, stepOf, typedSecret } from './totp.ts';

const secretLength = 32;
const recoveryCodeCount = 10;
/** Unused recovery codes, in the format of the plugin of the library. */
const recoveryCodes = z.array(z.string());

async function encrypt(parts: AccountParts, text: string): Promise<string> {
	const { symmetricEncrypt } = await import('better-auth/crypto');
	return symmetricEncrypt({ key: parts.secret.toString('hex'), data: text });
}

/** @throws Refusal `session.not-fresh` where the sign-in is older than 15 minutes */
function requireFreshSignIn(parts: AccountParts, { caller }: Session): void {
	permitted(parts, caller, { name: 'second-factor.set', effect: 'secure' });
}

function secondFactorRow(database: Database, userId: string) {
	return database.read
		.selectFrom('auth_two_factor')
		.select(['secret', 'verified', 'backupCodes'])
		.where('userId', '=', userId)
		.executeTakeFirst();
}

/** Whether an account has a second factor that is turned on. */
export async function hasSecondFactor(database: Database, userId: string): Promise<boolean> {
	return (await secondFactorRow(database, userId))?.verified === 1;
}

/**
 * State of the second factor of an account; it can be turned off even where its codes cannot be
 * decrypted.
 * @returns number of unused recovery codes, as far as they can be decrypted
 */
export async function secondFactorOf(
	parts: AccountParts,
	userId: string
): Promise<{ isOn: boolean; codesLeft: number | undefined }> {
	const row = await secondFactorRow(parts.database, userId);
	if (row?.verified !== 1) return { isOn: false, codesLeft: undefined };
	try {
		const codes = recoveryCodes.parse(JSON.parse(await decrypt(parts, row.backupCodes)));
		return { isOn: true, codesLeft: codes.length };
	} catch {
		// Restored without the instance key, for example: that it is on is still known.
		return { isOn: true, codesLeft: undefined };
	}
}

/**
 * Whether a session has no access yet, because the instance requires a second factor and the
 * session was signed in with a password alone. A sign-in with a passkey counts as verified by the
 * device.
 */
export async function lacksSecondFactor(
	{ config, database }: Pick<AccountParts, 'config' | 'database'>,
	{ sessionId }: Pick<Session, 'sessionId'>
): Promise<boolean> {
	if (config.secondFactor !== 'required') return false;
	const row = await database.read
		.selectFrom('auth_session')
		.select('signedInBy')
		.where('id', '=', sessionId)
		.executeTakeFirst();
	return row?.signedInBy !== 'passkey' && row?.signedInBy !== 'second-factor';
}

/**
 * Starts the set-up of an authenticator app with a new secret, which replaces one that was not
 * turned on.
 * @throws Refusal `session.not-fresh`; `second-factor.on` where it is on already
 */
export async function beginSecondFactor(parts: AccountParts, session: Session): Promise<void> {
	requireFreshSignIn(parts, session);
	const { generateRandomString } = await import('better-auth/crypto');
	const secret = await encrypt(parts, generateRandomString(secretLength, 'a-z', 'A-Z', '0-9'));
	const backupCodes = await encrypt(parts, '[]');
	const begun = await parts.database.write(async (tx) => {
		await tx
			.deleteFrom('auth_two_factor')
			.where('userId', '=', session.userId)
			.where('verified', '=', 0)
			.execute();
		return tx
			.insertInto('auth_two_factor')
			.values({ id: newId(), userId: session.userId, secret, backupCodes, verified: 0 })
			.onConflict((conflict) => conflict.column('userId').doNothing())
			.returning('id')
			.executeTakeFirst();
	});
	if (begun) return;
	throw refuseConflict(
		'second-factor.on',
		'A code app is already set up for this account. Nothing was changed. Turn off the second factor before you set up another app.'
	);
}

/**
 * The secret for the authenticator app during set-up.
 * @returns `otpauth://…` for the QR code, and the same secret to type, in groups of four; nothing
 * where set-up was not started or is complete: then the secret is not shown any more
 * @throws Refusal `session.not-fresh`
 */
export async function secondFactorToSetUp(
	parts: AccountParts,
	session: Session
): Promise<{ address: string; secret: string } | undefined> {
	requireFreshSignIn(parts, session);
	const row = await secondFactorRow(parts.database, session.userId);
	if (!row || row.verified === 1) return undefined;
	const secret = await decrypt(parts, row.secret);
	return { address: otpAddress(secret, session.explorer.email), secret: typedSecret(secret) };
}

/** The refusal where another window replaced the secret or completed the set-up first. */
const setUpElsewhere = refuseConflict(
	'second-factor.elsewhere',
	'The second factor was set up in another window. This window changed nothing. Open this page again to see the current state.'
);

/**
 * Turns the second factor on after a code proves that the app has the secret. Other sessions end,
 * because they were signed in without it.
 * @param typed the code that the app shows
 * @returns ten recovery codes, which are shown this once
 * @throws Refusal `session.not-fresh`; `second-factor.no-match` at `oneTimeCode`;
 * `second-factor.too-many`; `second-factor.elsewhere` where another window was faster
 */
export async function turnOnSecondFactor(
	parts: AccountParts,
	session: Session,
	typed: string
): Promise<string[]> {
	requireFreshSignIn(parts, session);
	const { database, clock, limiter, security } = parts;
	const { userId, sessionId } = session;
	await limiter.slow(
		'second-factor',
		`set-up ${userId}`,
		backoffs.account,
		Date.parse(clock.now())
	);
	const row = await secondFactorRow(database, userId);
	const code = typed.replace(/\s/g, '');
	const secret = row?.verified === 0 ? await decrypt(parts, row.secret) : undefined;
	const step = secret === undefined ? undefined : await stepOf(secret, code, Date.now());
	if (!row || step === undefined) {
		const guess = { account: userId, session: sessionId, credential: 'second-factor' as const };
		security.record('authentication.failed', { ...guess, reason: 'no-match' });
		throw refuseInvalid(
			'second-factor.no-match',
			'This code does not match. Nothing was turned on. Check the clock of your phone. Then type the code that the app shows now.',
			'oneTimeCode'
		);
	}
	const codes = await newCodes();
	const backupCodes = await encrypt(parts, JSON.stringify(codes));
	await database.write(async (tx) => {
		const turnedOn = await tx
			.updateTable('auth_two_factor')
			.set({ verified: 1, backupCodes, usedStep: step })
			.where('userId', '=', userId)
			.where('secret', '=', row.secret)
			.where('verified', '=', 0)
			.executeTakeFirst();
		if (turnedOn.numUpdatedRows === 0n) throw setUpElsewhere;
		await tx
			.updateTable('auth_user')
			.set({ twoFactorEnabled: 1 })
			.where('id', '=', userId)
			.execute();
		await tx
			.updateTable('auth_session')
			.set({ signedInBy: 'second-factor' })
			.where('id', '=', sessionId)
			.execute();
		await endSessions(tx, userId, sessionId);
	});
	await limiter.clear('second-factor', `set-up ${userId}`);
	security.record('credential.added', { account: userId, credential: 'second-factor' });
	security.record('session.ended', { account: userId, by: 'credential-change' });
	return codes;
}

/** Ten recovery codes in the format of the plugin of the library, `xxxxx-xxxxx`. */
async function newCodes(): Promise<string[]> {
	const { generateRandomString } = await import('better-auth/crypto');
	return Array.from({ length: recoveryCodeCount }, () => {
		const code = generateRandomString(10, 'a-z', '0-9');
		return `${code.slice(0, 5)}-${code.slice(5)}`;
	});
}

/**
 * Deletes the second factor of an account with its recovery codes, in the transaction of the
 * caller.
 */
export async function removeSecondFactor(tx: Kysely<Tables>, userId: string): Promise<void> {
	await tx.deleteFrom('auth_two_factor').where('userId', '=', userId).execute();
	await tx.updateTable('auth_user').set({ twoFactorEnabled: 0 }).where('id', '=', userId).execute();
}

/**
 * Turns the second factor off.
 * @throws Refusal `session.not-fresh`
 */
export async function turnOffSecondFactor(parts: AccountParts, session: Session): Promise<void> {
	requireFreshSignIn(parts, session);
	await parts.database.write((tx) => removeSecondFactor(tx, session.userId));
	const facts = { account: session.userId, session: session.sessionId };
	parts.security.record('credential.removed', { ...facts, credential: 'second-factor' });
}
