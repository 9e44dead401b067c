import type { Cookies } from '@sveltejs/kit';
import { cookieOf, idleDays } from '#server/auth/cookie.ts';
import type { Config } from '#server/config.ts';

/** Hands the session cookie of better-auth's answer on to the browser, with our own attributes. */
export function passCookies(
	response: Response,
	cookies: Cookies,
	config: Pick<Config, 'origin'>
): void {
	const { name, secure } = cookieOf(config);
	for (const line of response.headers.getSetCookie()) {
		const [pair = ''] = line.split(';');
		const at = pair.indexOf('=');
		if (pair.slice(0, at) !== name) continue;
		cookies.set(name, decodeURIComponent(pair.slice(at + 1)), {
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			secure,
			maxAge: idleDays * 24 * 60 * 60
		});
	}
}
