import { can } from '#kernel/access.ts';
import { limits, networkOf, paces } from '../limiter.ts';
import { signInAgain } from '../scope.server.ts';
import type { AccountParts } from './accounts.ts';
import type { Session } from './session.ts';
import { welcome } from './sign-in.ts';

/**
 * Passkey ceremonies alone; everything else about an account goes through pages or operations.
 * Each keeps a challenge, so each is a POST here; the library wants GET for the first two.
 */
const ceremonies = {
	'passkey/generate-authenticate-options': 'GET',
	'passkey/generate-register-options': 'GET',
	'passkey/verify-authentication': 'POST',
	'passkey/verify-registration': 'POST'
} as const;

export type Ceremony = keyof typeof ceremonies;

/** Whether a path below `/api/auth` is one that is answered. */
export function isCeremony(path: string): path is Ceremony {
	return Object.hasOwn(ceremonies, path);
}

/** The library asks for verification of the user where the device can; here it has to. */
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
 * One step of adding a passkey or of signing in with one. A passkey that fits always works: only what
 * fails is counted, for each network. Signing in again ends the session it replaces.
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
		await limiter.slow('passkey', `challenges ${network}`, paces.challenges, millis);
		const response = await auth.handler(new Request(request.url, { headers: request.headers }));
		const asksToSignIn = path === 'passkey/generate-authenticate-options' && response.ok;
		return asksToSignIn ? requiringVerification(response) : response;
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
	const { session: made } = (await response.clone().json()) as { session: { userId: string } };
	// The browser that signs in anew brings the cookie of the session it replaces.
	await welcome(parts, { ...facts, account: made.userId }, { address, replaces: session });
	// The token belongs into the cookie alone, where no script reads it.
	return withBody(response, {});
}
