import type { Cookies } from '@sveltejs/kit';
import { parseSetCookie } from 'cookie';
import { codeMinutes, cookieOf, idleDays, pendingCookieOf } from '#server/auth/cookie.ts';
import type { Config } from '#server/config.ts';

/**
 * Copies the session cookie of better-auth's response, or the cookie between password and second factor,
 * to the browser, with the attributes that Imago sets.
 */
export function forwardCookies(
	response: Response,
	cookies: Cookies,
	config: Pick<Config, 'origin'>
): void {
	const { name, secure } = cookieOf(config);
	const lifetimes: Readonly<Record<string, number>> = {
		[name]: idleDays * 24 * 60 * 60,
		[pendingCookieOf(config)]: codeMinutes * 60
	};
	for (const line of response.headers.getSetCookie()) {
		const given = parseSetCookie(line);
		const maxAge = lifetimes[given.name];
		if (maxAge === undefined) continue;
		const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
		// The previous session stays valid while the code is awaited, until the new session replaces it.
		if (given.value && given.maxAge !== 0)
			cookies.set(given.name, given.value, { ...attributes, maxAge });
		else if (given.name !== name) cookies.delete(given.name, attributes);
	}
}
