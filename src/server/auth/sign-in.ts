import { refuseInvalid } from '#kernel/refusal.ts';
import type { Database } from '../db/open.ts';
import type { AccountParts } from './accounts.ts';
import { isKnownNetwork, rememberNetwork } from './known-networks.ts';
import { mostPasswordLength } from './password.ts';
import { endSession } from './session.ts';
import { countSignIn } from './sign-in-rate-limit.ts';

/** Characters of an e-mail address at most (RFC 5321). */
const longestEmail = 254;

/** The client of a request. */
export interface Client {
	address: string;
	/** the User-Agent header; only its families are stored */
	userAgent?: string | null | undefined;
	/** the session that this sign-in replaces */
	replaces?: { sessionId: string } | undefined;
}

/**
 * The response of better-auth, and whether a second factor is required before there is a session.
 */
export interface SignedIn {
	response: Response;
	needsCode: boolean;
}

/** Request headers for better-auth: origin, user agent and cookie. */
export function headersFor(
	origin: string,
	userAgent: string | null | undefined,
	cookie?: string
): Headers {
	const headers = new Headers({ origin });
	if (userAgent) headers.set('user-agent', userAgent);
	if (cookie) headers.set('cookie', cookie);
	return headers;
}

const noMatch = refuseInvalid(
	'sign-in.no-match',
	'The e-mail address or the password does not match. Nothing is locked. Try again.',
	'password'
);

async function userIdOf(database: Database, email: string): Promise<string | undefined> {
	const user = await database.read
		.selectFrom('auth_user')
		.select('id')
		.where('email', '=', email)
		.executeTakeFirst();
	return user?.id;
}

/**
 * Signs in with e-mail and password. A wrong address and a wrong password get the same answer in
 * about the same time. Where the account has a second factor there is no session yet: the cookie of
 * the response leads to the code, see `finishSignIn`. The session that the sign-in replaces ends.
 * @throws Refusal `sign-in.no-match`; `sign-in.too-many` with `retryAfter` in seconds, at most 60;
 * `sign-in.busy` when too many sign in at once
 */
export async function signIn(
	parts: AccountParts,
	email: string,
	password: string,
	client: Client
): Promise<SignedIn> {
	// Longer than any account has: neither counted nor compared.
	if (email.length > longestEmail || password.length > mostPasswordLength) throw noMatch;
	const account = email.trim().toLowerCase();
	const { address } = client;
	const userId = await userIdOf(parts.database, account);
	const isKnown = userId !== undefined && (await isKnownNetwork(parts, userId, address));
	const facts = { account: userId, address, credential: 'password' as const };
	const recordFailure = (reason: string): void => {
		parts.security.record('authentication.failed', { ...facts, reason });
	};
	// Counted before the slow comparison, so that simultaneous attempts are all counted.
	const onTooEarly = (): void => recordFailure('slowed');
	const details = { name: 'sign-in', account, address, isKnown, onTooEarly };
	const attempt = await countSignIn(parts, details);
	let response: Response;
	try {
		response = await passwordResponse(parts, account, password, client);
	} catch (error) {
		// The password was not compared.
		await attempt.refund();
		throw error;
	}
	if (!response.ok) {
		recordFailure('no-match');
		throw noMatch;
	}
	await attempt.succeeded();
	const body = (await response.clone().json()) as { twoFactorRedirect?: boolean };
	if (body.twoFactorRedirect) {
		parts.security.record('authentication.half', facts);
		return { response, needsCode: true };
	}
	await completeSignIn(parts, facts, client);
	return { response, needsCode: false };
}

/**
 * Completes a sign-in: writes the security log, remembers the network, and ends the session that is
 * replaced.
 */
export async function completeSignIn(
	parts: AccountParts,
	facts: {
		account: string | undefined;
		address: string;
		credential: 'password' | 'passkey' | 'second-factor' | 'recovery-code';
	},
	client: Client
): Promise<void> {
	parts.security.record('authentication.succeeded', facts);
	if (facts.account) await rememberNetwork(parts, facts.account, facts.address);
	if (!client.replaces) return;
	// A replaced session must not stay valid.
	const { sessionId } = client.replaces;
	await endSession(parts.database, sessionId);
	const ended = { account: facts.account, session: sessionId, by: 'new-sign-in' } as const;
	parts.security.record('session.ended', ended);
}

/** The response of better-auth; a refusal that is thrown inside it passes through unchanged. */
async function passwordResponse(
	parts: AccountParts,
	email: string,
	password: string,
	{ userAgent }: Client
): Promise<Response> {
	const auth = await parts.betterAuth();
	return auth.api.signInEmail({
		body: { email, password },
		headers: headersFor(parts.config.origin, userAgent),
		asResponse: true
	});
}
