import { cookieOf, pendingCookieOf } from '#server/auth/cookie.ts';
import { makeLink } from '#server/auth/links.ts';
import { signUp } from '#server/auth/accounts.ts';
import { signIn, type Client } from '#server/auth/sign-in.ts';
import { readSession, type Session } from '#server/auth/session.ts';
import type { TestApp } from './app.ts';
import { password } from './visitor.ts';

export const usualAddress = '198.51.100.20';

/** Makes an account by an invitation. @returns its address; everybody's password is the visitor's */
export async function invited(house: TestApp, name: string): Promise<string> {
	const email = `${name.toLowerCase()}@people.example`;
	const code = await house.app.database.write((tx) =>
		makeLink(tx, 'account', house.app.clock.now())
	);
	const account = { name, email, password, zone: 'Europe/Lisbon' };
	await signUp(house.app, account, code, { address: usualAddress });
	return email;
}

function cookieIn(response: Response, name: string): string {
	const line = response.headers.getSetCookie().find((each) => each.startsWith(`${name}=`)) ?? '';
	return decodeURIComponent(line.slice(name.length + 1).split(';')[0] ?? '');
}

/** The cookie between password and code. */
export function pendingIn(house: TestApp, response: Response): string {
	return cookieIn(response, pendingCookieOf(house.app.config));
}

/** The session that an answer of better-auth signs in. */
export async function sessionIn(house: TestApp, response: Response): Promise<Session> {
	const value = cookieIn(response, cookieOf(house.app.config).name);
	const session = await readSession(house.app.database, house.app.clock, value);
	if (!session) throw new Error('Nobody is signed in.');
	return session;
}

/** Signs in with the visitor's password. */
export async function signedIn(
	house: TestApp,
	email: string,
	client: Client = { address: usualAddress }
): Promise<Session> {
	return sessionIn(house, (await signIn(house.app, email, password, client)).response);
}
