import type { Kysely } from 'kysely';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import type { Tables } from '../db/tables.ts';
import type { AccountParts } from './accounts.ts';
import { pendingCookieOf } from './cookie.ts';
import { isKnownNetwork } from './known-networks.ts';
import { headersFor, welcome, type Client } from './sign-in.ts';
import { countSignIn } from './sign-in-pace.ts';
import { stepOf } from './totp.ts';

/** A code of an app has six digits; everything else is read as a recovery code. */
const appCode = /^\d{6}$/;
/** A recovery code is `xxxxx-xxxxx`; nothing near it is longer. */
const longestCode = 40;

function noMatch(credential: 'second-factor' | 'recovery-code'): Refusal {
	return refuse(
		'invalid',
		'second-factor.no-match',
		credential === 'second-factor'
			? 'This code does not match, or it was used already. Nothing is locked. Wait for the next code of your app and type that one.'
			: 'This recovery code does not match, or it was used already. Nothing is locked. Type another recovery code, or the 6 digits that your app shows.',
		'oneTimeCode'
	);
}

/** The password was right too long ago, or five codes were wrong. */
const startOver = refuse(
	'not-signed-in',
	'second-factor.start-over',
	'Your password has to be typed once more before the code. Nothing was changed. Sign in again.'
);

/**
 * The account whose password was right, by the cookie that stands between password and code.
 * @returns nothing when there is no such cookie, or its ten minutes are over
 */
export async function pendingAccount(
	parts: AccountParts,
	pending: string | undefined
): Promise<string | undefined> {
	// Its signature is better-auth's to check; what is looked up here is random and kept as a hash.
	const [identifier] = pending?.split('.') ?? [];
	if (!identifier) return undefined;
	const { internalAdapter } = await (await parts.betterAuth()).$context;
	const kept = await internalAdapter.findVerificationValue(identifier);
	return kept && kept.expiresAt > new Date() ? kept.value : undefined;
}

/** Who typed the old password and no code yet starts over, when there is a new one. */
export async function endPendingSignIns(tx: Kysely<Tables>, userId: string): Promise<void> {
	await tx.deleteFrom('auth_verification').where('value', '=', userId).execute();
}

/** Claims the step of a code; of two who bring one code, one gets it, and no earlier code counts after. */
async function claimStep(parts: AccountParts, userId: string, code: string): Promise<boolean> {
	const row = await parts.database.read
		.selectFrom('auth_two_factor')
		.select('secret')
		.where('userId', '=', userId)
		.where('verified', '=', 1)
		.executeTakeFirst();
	if (!row) return false;
	// better-auth compares by the machine's clock, so this does too.
	const step = await stepOf(await decrypt(parts, row.secret), code, Date.now());
	if (step === undefined) return false;
	const claimed = await parts.database.write((tx) =>
		tx
			.updateTable('auth_two_factor')
			.set({ usedStep: step })
			.where('userId', '=', userId)
			.where((is) => is.or([is('usedStep', 'is', null), is('usedStep', '<', step)]))
			.executeTakeFirst()
	);
	return claimed.numUpdatedRows > 0n;
}

/** Opens what better-auth encrypted with the instance's key. */
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
	const asked = {
		body: { code },
		headers: headersFor(origin, client.userAgent, cookie),
		asResponse: true as const
	};
	return appCode.test(code) ? auth.api.verifyTOTP(asked) : auth.api.verifyBackupCode(asked);
}

/**
 * The second half of a sign-in: a code of the app, or a recovery code, each of which works once.
 * @param typed as it was typed; spaces, capitals and the dash of a recovery code do not count
 * @param pending value of the cookie that the password left
 * @returns better-auth's answer, whose cookies sign the explorer in
 * @throws Refusal `second-factor.no-match` at `oneTimeCode`; `second-factor.start-over` when the password has
 * to be typed again; `second-factor.too-many` with `retryAfter` in seconds, at most 60
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
	const failed = (reason: string): void => {
		parts.security.record('authentication.failed', { account, address, credential, reason });
	};
	const isKnown = await isKnownNetwork(parts, account, address);
	const slowed = (): void => failed('slowed');
	const what = { name: 'second-factor', account, address, isKnown, slowed };
	const tried = await countSignIn(parts, what);
	const fits = code.length > 0 && code.length <= longestCode;
	const isClaimed =
		fits && (credential === 'recovery-code' || (await claimStep(parts, account, code)));
	// A code that was used is as wrong as any other: the library counts it against the five.
	const response = await codeResponse(parts, isClaimed ? code : '000', pending, client);
	if (!response.ok) {
		failed('no-match');
		throw (await pendingAccount(parts, pending)) ? noMatch(credential) : startOver;
	}
	await tried.succeeded();
	await welcome(parts, { account, address, credential }, client);
	return response;
}
