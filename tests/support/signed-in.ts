import { cookieOf, pendingCookieOf } from '#server/auth/cookie.ts';
import { makeLink } from '#server/auth/links.ts';
import { signUp } from '#server/auth/accounts.ts';
import { signIn, type Client } from '#server/auth/sign-in.ts';
import { readSession, type Session } from '#server/auth/session.ts';
import type { TestApp } from './app.ts';
import { password } from './visitor.ts';

export const usualAddress = '198.51.100.20';

/**
 * Creates an account by an invitation, with the password of `visitor.ts`.
 * @returns its e-mail address
 */
export async function invited(testApp: TestApp, name: string): Promise<string> {
	const email = `${name.toLowerCase()}@people.example`;
	const code = await testApp.app.database.write((tx) =>
		makeLink(tx, 'account', testApp.app.clock.now())
	);
	const account = { name, email, password, zone: 'Europe/Lisbon' };
	await signUp(testApp.app, account, code, { address: usualAddress });
	return email;
}

function cookieIn(response: Response, name: string): string {
	const line = response.headers.getSetCookie().find((each) => each.startsWith(`${name}=`)) ?? '';
	return decodeURIComponent(line.slice(name.length + 1).split(';')[0] ?? '');
}

/** The cookie between password and second factor. */
export function pendingIn(testApp: TestApp, response: Response): string {
	return cookieIn(response, pendingCookieOf(testApp.app.config));
}

/** The session that a response of better-auth signs in. */
export async function sessionIn(testApp: TestApp, response: Response): Promise<Session> {
	const value = cookieIn(response, cookieOf(testApp.app.config).name);
	const session = await readSession(testApp.app.database, testApp.app.clock, value);
	if (!session) throw new Error('Nobody is signed in.');
	return session;
}

/** Signs in with the password of `visitor.ts`. */
export async function signedIn(
	testApp: TestApp,
	email: string,
	client: Client = { address: usualAddress }
): Promise<Session> {
	return sessionIn(testApp, (await signIn(testApp.app, email, password, client)).response);
}
