import type { Cookies } from '@sveltejs/kit';
import type { Config } from '#server/config.ts';

/** Names of the cookies that pages set; the session cookie has a module of its own (`auth/cookie.ts`). */
type Name = 'theme' | 'toast';

let isSecure = false;

/** Called once at startup: on https every cookie is Secure and has the `__Host-` prefix. */
export function configureCookies(config: Pick<Config, 'origin'>): void {
	isSecure = config.origin.startsWith('https://');
}

/** `__Host-` needs https; on loopback over http the name goes without. */
export function cookieName(name: Name): string {
	return `${isSecure ? '__Host-' : ''}imago_${name}`;
}

/** @param maxAge seconds */
export function setCookie(cookies: Cookies, name: Name, value: string, maxAge: number): void {
	cookies.set(cookieName(name), value, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: isSecure,
		maxAge
	});
}

export function readCookie(cookies: Cookies, name: Name): string | undefined {
	return cookies.get(cookieName(name));
}

export function deleteCookie(cookies: Cookies, name: Name): void {
	cookies.delete(cookieName(name), { path: '/', secure: isSecure });
}
