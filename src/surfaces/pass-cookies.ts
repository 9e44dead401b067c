import type { Cookies } from '@sveltejs/kit';
import { parseSetCookie } from 'cookie';
import { codeMinutes, cookieOf, idleDays, pendingCookieOf } from '#server/auth/cookie.ts';
import type { Config } from '#server/config.ts';

/**
 * Hands the session cookie of better-auth's answer on to the browser, or the one that stands between
 * password and code, with our own attributes.
 */
export function passCookies(
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
		const kept = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
		// While a code is asked for, the session from before stays until the new one takes its place.
		if (given.value && given.maxAge !== 0)
			cookies.set(given.name, given.value, { ...kept, maxAge });
		else if (given.name !== name) cookies.delete(given.name, kept);
	}
}
