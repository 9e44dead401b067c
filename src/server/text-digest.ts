import { hash } from 'node:crypto';

/**
 * A digest of a text, for a request that names the text in its address: what stands there is written to
 * the logs of proxies, and the text is nobody's but the explorer's (ASVS 14.2.1). It has no key: a guessed word can be tried.
 */
export function digestOf(text: string): string {
	return `digest:${hash('sha256', text, 'base64url').slice(0, 22)}`;
}

/**
 * Whether a text is still the one that was seen.
 * @param seen the text itself, or its digest; left out, whatever stands is meant
 */
export function isAsSeen(text: string, seen: string | undefined): boolean {
	return seen === undefined || seen === text || seen === digestOf(text);
}
