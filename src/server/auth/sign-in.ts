import { refuse } from '#kernel/refusal.ts';
import type { Database } from '../db/open.ts';
import type { AccountParts } from './accounts.ts';
import { isKnownNetwork, rememberNetwork } from './known-networks.ts';
import { mostPasswordLength } from './password.ts';
import { endSession } from './session.ts';
import { countSignIn } from './sign-in-pace.ts';

/** RFC 5321: no address is longer. */
const longestEmail = 254;

/** Who asks, as a request says it. */
export interface Client {
	address: string;
	/** the header as it came; only its families are kept */
	userAgent?: string | null | undefined;
	/** the session that this sign-in replaces */
	replaces?: { sessionId: string } | undefined;
}

/** better-auth's answer, and whether a code is asked for before there is a session. */
export interface SignedIn {
	response: Response;
	needsCode: boolean;
}

/** Headers that better-auth sees of a request: where it came from, and what browser. */
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

const noMatch = refuse(
	'invalid',
	'sign-in.no-match',
	'That does not match. Nothing is locked; try again.',
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
 * about the same time. Where the account has a second factor there is no session yet: the answer's
 * cookie asks for a code, see `finishSignIn`. The session it replaces ends.
 * @throws Refusal `sign-in.no-match`; `sign-in.too-many` with `retryAfter` in seconds, at most 60;
 * `sign-in.busy` when too many sign in at once
 */
export async function signIn(
	parts: AccountParts,
	email: string,
	password: string,
	client: Client
): Promise<SignedIn> {
	// Longer than any account's: not worth a place in the limiter's memory, nor a comparison.
	if (email.length > longestEmail || password.length > mostPasswordLength) throw noMatch;
	const account = email.trim().toLowerCase();
	const { address } = client;
	const userId = await userIdOf(parts.database, account);
	const isKnown = userId !== undefined && (await isKnownNetwork(parts, userId, address));
	const facts = { account: userId, address, credential: 'password' as const };
	const failed = (reason: string): void => {
		parts.security.record('authentication.failed', { ...facts, reason });
	};
	// Counted before the slow comparison, so that many at once do not slip through.
	const slowed = (): void => failed('slowed');
	const what = { name: 'sign-in', account, address, isKnown, slowed };
	const tried = await countSignIn(parts, what);
	let response: Response;
	try {
		response = await passwordResponse(parts, account, password, client);
	} catch (error) {
		// Nobody's guess was looked at.
		await tried.given();
		throw error;
	}
	if (!response.ok) {
		failed('no-match');
		throw noMatch;
	}
	await tried.succeeded();
	const body = (await response.clone().json()) as { twoFactorRedirect?: boolean };
	if (body.twoFactorRedirect) {
		parts.security.record('authentication.half', facts);
		return { response, needsCode: true };
	}
	await welcome(parts, facts, client);
	return { response, needsCode: false };
}

/** What follows every sign-in that is complete: the line of the log, the network, the old session. */
export async function welcome(
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
	// No forgotten session lives on.
	const { sessionId } = client.replaces;
	await endSession(parts.database, sessionId);
	const ended = { account: facts.account, session: sessionId, by: 'new-sign-in' } as const;
	parts.security.record('session.ended', ended);
}

/** better-auth's own answer; a refusal that was thrown inside it comes out as it was. */
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
