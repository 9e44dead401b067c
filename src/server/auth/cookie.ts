import type { Config } from '../config.ts';

/** Seven days idle, thirty in all; why, in `docs/security/measures.md`. */
export const idleDays = 7;
export const mostDays = 30;
/** A sign-in counts as fresh for this long. */
export const freshMinutes = 15;

/** `__Host-` needs https; on loopback over http the name goes without. */
export function cookieOf(config: Pick<Config, 'origin'>): { name: string; secure: boolean } {
	const secure = config.origin.startsWith('https://');
	return { name: secure ? '__Host-imago_session' : 'imago_session', secure };
}

/** Minutes in which the code has to follow the password. */
export const codeMinutes = 10;

/** How the names of better-auth's own cookies begin. */
export function cookiePrefixOf(config: Pick<Config, 'origin'>): string {
	return cookieOf(config).secure ? '__Host-imago' : 'imago';
}

/** The cookie that stands between the password and the code; it signs nobody in. */
export function pendingCookieOf(config: Pick<Config, 'origin'>): string {
	return `${cookiePrefixOf(config)}.two_factor`;
}
