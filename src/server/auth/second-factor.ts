import type { Kysely } from 'kysely';
import { refuse, type Refusal, refuseInvalid } from '#kernel/refusal.ts';
import type { Tables } from '../db/tables.ts';
import type { AccountParts } from './accounts.ts';
import { pendingCookieOf } from './cookie.ts';
import { isKnownNetwork } from './known-networks.ts';
import { headersFor, completeSignIn, type Client } from './sign-in.ts';
import { countSignIn } from './sign-in-rate-limit.ts';
import { stepOf } from './totp.ts';

/** A code of an authenticator app has six digits; anything else is read as a recovery code. */
const appCode = /^\d{6}$/;
/** Characters of a typed code at most; a recovery code is `xxxxx-xxxxx`. */
const longestCode = 40;

function noMatch(credential: 'second-factor' | 'recovery-code'): Refusal {
	return refuseInvalid(
		'second-factor.no-match',
		credential === 'second-factor'
			? 'This code does not match, or it was used already. Nothing is locked. Wait for the next code in your app and type that code.'
			: 'This recovery code does not match, or it was used already. Nothing is locked. Type another recovery code, or the 6 digits that your app shows.',
		'oneTimeCode'
	);
}

/** The refusal where the password was verified too long ago, or five codes were wrong. */
const startOver = refuse(
	'not-signed-in',
	'second-factor.start-over',
	'You must type your password again before the code. Nothing was changed. Sign in again.'
);

/**
 * The account whose password was verified, by the cookie between password and second factor.
 * @returns nothing without such a cookie, or when its ten minutes are over
 */
export async function pendingAccount(
	parts: AccountParts,
	pending: string | undefined
): Promise<string | undefined> {
	// better-auth verifies the signature; the identifier is random and stored as a hash.
	const [identifier] = pending?.split('.') ?? [];
	if (!identifier) return undefined;
	const { internalAdapter } = await (await parts.betterAuth()).$context;
	const stored = await internalAdapter.findVerificationValue(identifier);
	return stored && stored.expiresAt > new Date() ? stored.value : undefined;
}

/** Ends the sign-ins of an account that wait for a second factor, when there is a new password. */
export async function endPendingSignIns(tx: Kysely<Tables>, userId: string): Promise<void> {
	await tx.deleteFrom('auth_verification').where('value', '=', userId).execute();
}

/**
 * Claims the time step of a code, so that each code works once, also in simultaneous requests, and
 * no earlier code works after it.
 * @returns whether the code is valid and was claimed
 */
async function claimStep(parts: AccountParts, userId: string, code: string): Promise<boolean> {
	const row = await parts.database.read
		.selectFrom('auth_two_factor')
		.select('secret')
		.where('userId', '=', userId)
		.where('verified', '=', 1)
		.executeTakeFirst();
	if (!row) return false;
	// better-auth uses the clock of the machine, so this does too.
	const step = await stepOf(await decrypt(parts, row.secret), code, Date.now());
	if (step === undefined) return false;
	const claimed = await parts.database.write((tx) =>
		tx
			.updateTable('auth_two_factor')
			.set({ usedStep: step })
			.where('userId', '=', userId)
			.where((eb) => eb.or([eb('usedStep', 'is', null), eb('usedStep', '<', step)]))
			.executeTakeFirst()
	);
	return claimed.numUpdatedRows > 0n;
}

/** Decrypts a text that better-auth encrypted with the instance key. */
export async function decrypt(parts: AccountParts, text: string): Promise<string> {
	const { symmetricDecrypt } = await import('better-auth/crypto');
	return symmetricDecrypt({ key: parts.secret.toString('hex'), data: text });
}

async function codeResponse(
	parts: AccountParts,
	code: string,
	pending: string,
	client: Client
): Promise<Response> {
	const auth = await parts.betterAuth();
	const { origin } = parts.config;
	const cookie = `${pendingCookieOf(parts.config)}=${encodeURIComponent(pending)}`;
	const call = {
		body: { code },
		headers: headersFor(origin, client.userAgent, cookie),
		asResponse: true as const
	};
	return appCode.test(code) ? auth.api.verifyTOTP(call) : auth.api.verifyBackupCode(call);
}

/**
 * Completes a sign-in with a code of the app or a recovery code, each of which works once.
 * @param typed as it was typed; spaces, capitals and the dash of a recovery code are ignored
 * @param pending value of the cookie that followed the password
 * @returns response of better-auth whose cookies sign the explorer in
 * @throws Refusal `second-factor.no-match` at `oneTimeCode`; `second-factor.start-over` when the
 * password has to be typed again; `second-factor.too-many` with `retryAfter` in seconds, at most 60
 */
export async function finishSignIn(
	parts: AccountParts,
	typed: string,
	pending: string | undefined,
	client: Client
): Promise<Response> {
	const account = await pendingAccount(parts, pending);
	if (!pending || !account) throw startOver;
	const code = typed
		.replace(/\s/g, '')
		.toLowerCase()
		.replace(/^([a-z0-9]{5})([a-z0-9]{5})$/, '$1-$2');
	const { address } = client;
	const credential = appCode.test(code) ? ('second-factor' as const) : ('recovery-code' as const);
	const recordFailure = (reason: string): void => {
		parts.security.record('authentication.failed', { account, address, credential, reason });
	};
	const isKnown = await isKnownNetwork(parts, account, address);
	const onTooEarly = (): void => recordFailure('slowed');
	const details = { name: 'second-factor', account, address, isKnown, onTooEarly };
	const attempt = await countSignIn(parts, details);
	const fits = code.length > 0 && code.length <= longestCode;
	const isClaimed =
		fits && (credential === 'recovery-code' || (await claimStep(parts, account, code)));
	// A used code counts as a wrong one: the library counts it towards the limit of five.
	const response = await codeResponse(parts, isClaimed ? code : '000', pending, client);
	if (!response.ok) {
		recordFailure('no-match');
		throw (await pendingAccount(parts, pending)) ? noMatch(credential) : startOver;
	}
	await attempt.succeeded();
	await completeSignIn(parts, { account, address, credential }, client);
	return response;
}
