import type { Config } from '../config.ts';

/** Seven days idle, thirty in all (promises.md). */
export const idleDays = 7;
export const mostDays = 30;
/** A sign-in counts as fresh for this long. */
export const freshMinutes = 15;

/** `__Host-` needs https; on loopback over http the name goes without. */
export function cookieOf(config: Pick<Config, 'origin'>): { name: string; secure: boolean } {
	const secure = config.origin.startsWith('https://');
	return { name: secure ? '__Host-imago_session' : 'imago_session', secure };
}
