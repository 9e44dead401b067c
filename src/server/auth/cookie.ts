import type { Config } from '../config.ts';

/**
 * Days after which a session ends: without use, and in all; reasons in `docs/security/measures.md`.
 */
export const idleDays = 7;
export const mostDays = 30;
/** Minutes for which a sign-in counts as fresh. */
export const freshMinutes = 15;

/**
 * Name and Secure attribute of the session cookie. The prefix `__Host-` needs https; on loopback
 * over http the name has no prefix.
 */
export function cookieOf(config: Pick<Config, 'origin'>): { name: string; secure: boolean } {
	const secure = config.origin.startsWith('https://');
	return { name: secure ? '__Host-imago_session' : 'imago_session', secure };
}

/** Minutes within which the second factor must follow the password. */
export const codeMinutes = 10;

/** Prefix of the names of the cookies of better-auth. */
export function cookiePrefixOf(config: Pick<Config, 'origin'>): string {
	return cookieOf(config).secure ? '__Host-imago' : 'imago';
}

/** Name of the cookie between the password and the second factor; it signs nobody in. */
export function pendingCookieOf(config: Pick<Config, 'origin'>): string {
	return `${cookiePrefixOf(config)}.two_factor`;
}
