import type { RequestEvent } from '@sveltejs/kit';
import { settingsAddress, todayAddress } from '#kernel/page-addresses.ts';
import { cookieOf } from '#server/auth/cookie.ts';
import { isKeyReviewOpen } from '#server/auth/key-review.ts';
import { readSession } from '#server/auth/session.ts';
import type { Client } from '#server/auth/sign-in.ts';

/** The client of a sign-in; an existing session is replaced. */
export function clientOf({ locals, request }: RequestEvent): Client {
	return {
		address: locals.address,
		userAgent: request.headers.get('user-agent'),
		replaces: locals.session
	};
}

/**
 * The address after a sign-in: `back`, or the API keys in the settings after a password reset, so that
 * they are reviewed.
 */
export async function afterSignIn(
	{ locals, cookies }: RequestEvent,
	back: string
): Promise<string> {
	const { database, clock, config } = locals.app;
	const value = cookies.get(cookieOf(config).name);
	const session = value ? await readSession(database, clock, value) : undefined;
	if (!session || back !== todayAddress()) return back;
	return (await isKeyReviewOpen(database.read, session.userId)) ? settingsAddress('keys') : back;
}
