import type { RequestEvent } from '@sveltejs/kit';
import { settingsAddress, todayAddress } from '#kernel/addresses.ts';
import { cookieOf } from '#server/auth/cookie.ts';
import { keysAreInQuestion } from '#server/auth/key-review.ts';
import { readSession } from '#server/auth/session.ts';
import type { Client } from '#server/auth/sign-in.ts';

/** Client of a sign-in: address, user agent, and the session that it replaces. */
export function clientOf({ locals, request }: RequestEvent): Client {
	return {
		address: locals.address,
		userAgent: request.headers.get('user-agent'),
		replaces: locals.session
	};
}

/** Address after sign-in: the page that required it or, after a password reset, first the API keys. */
export async function afterSignIn(
	{ locals, cookies }: RequestEvent,
	back: string
): Promise<string> {
	const { database, clock, config } = locals.app;
	const value = cookies.get(cookieOf(config).name);
	const session = value ? await readSession(database, clock, value) : undefined;
	if (!session || back !== todayAddress()) return back;
	return (await keysAreInQuestion(database.read, session.userId)) ? settingsAddress('keys') : back;
}
