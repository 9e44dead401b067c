import { can } from '#kernel/access.ts';
import { limits, networkOf, backoffs } from '../rate-limiter.ts';
import { signInAgain } from '../scope.server.ts';
import type { AccountParts } from './accounts.ts';
import type { Session } from './session.ts';
import { completeSignIn } from './sign-in.ts';

/**
 * The paths of better-auth that are reachable: the ceremonies of passkeys. Each stores a challenge,
 * so each is a POST here; the library expects GET for the first two.
 */
const ceremonies = {
	'passkey/generate-authenticate-options': 'GET',
	'passkey/generate-register-options': 'GET',
	'passkey/verify-authentication': 'POST',
	'passkey/verify-registration': 'POST'
} as const;

export type Ceremony = keyof typeof ceremonies;

/** Whether a path below `/api/auth` is reachable. */
export function isCeremony(path: string): path is Ceremony {
	return Object.hasOwn(ceremonies, path);
}

/**
 * Changes the options of a sign-in so that user verification is required; the library only prefers
 * it.
 */
async function requiringVerification(response: Response): Promise<Response> {
	const options = (await response.json()) as object;
	return withBody(response, { ...options, userVerification: 'required' });
}

function withBody(response: Response, body: object): Response {
	const headers = new Headers(response.headers);
	headers.delete('content-length');
	return new Response(JSON.stringify(body), { status: response.status, headers });
}

/**
 * Performs one step of adding a passkey or of signing in with one. A valid passkey always works:
 * only failures are counted, per network. A new sign-in ends the session that it replaces.
 * @throws Refusal `session.not-fresh` for a registration without a sign-in of the last 15 minutes;
 * `passkey.too-many` after thirty failures in ten minutes, or for too many challenges
 */
export async function performCeremony(
	parts: AccountParts,
	path: Ceremony,
	request: Request,
	{ address, session }: { address: string; session: Session | undefined }
): Promise<Response> {
	const { limiter, clock, security } = parts;
	const network = networkOf(address);
	const millis = Date.parse(clock.now());
	const isRegistration = path.includes('regist');
	if (isRegistration && (!session || can(session.caller.actor, 'secure') !== 'yes')) {
		const facts = { account: session?.userId, operation: path, reason: signInAgain.code };
		security.record('access.refused', facts);
		throw signInAgain;
	}
	const auth = await parts.betterAuth();
	if (ceremonies[path] === 'GET') {
		await limiter.slow('passkey', `challenges ${network}`, backoffs.challenges, millis);
		const response = await auth.handler(new Request(request.url, { headers: request.headers }));
		const isSignInRequest = path === 'passkey/generate-authenticate-options' && response.ok;
		return isSignInRequest ? requiringVerification(response) : response;
	}
	const response = await auth.handler(request);
	const facts = { address, credential: 'passkey' as const };
	if (!response.ok) {
		security.record('authentication.failed', {
			...facts,
			account: session?.userId,
			reason: 'no-match'
		});
		await limiter.take('passkey', network, limits.misses, millis);
		return response;
	}
	if (isRegistration) {
		security.record('credential.added', { ...facts, account: session?.userId });
		return response;
	}
	const { session: signedIn } = (await response.clone().json()) as { session: { userId: string } };
	// The request of a browser that is signed in carries the session that is replaced.
	await completeSignIn(
		parts,
		{ ...facts, account: signedIn.userId },
		{ address, replaces: session }
	);
	// The token is returned only in the cookie, which no script can read.
	return withBody(response, {});
}
