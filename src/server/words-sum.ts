import { hash } from 'node:crypto';

/**
 * A sum of words, for a request that names them in its address: what stands there is written to the
 * logs of proxies, and words are nobody's but the explorer's (ASVS 14.2.1).
 */
export function sumOfWords(words: string): string {
	return `sum:${hash('sha256', words, 'base64url').slice(0, 22)}`;
}

/**
 * Whether words are still those that were seen.
 * @param seen the words themselves, or their sum; left out, whatever stands is meant
 */
export function areSeen(words: string, seen: string | undefined): boolean {
	return seen === undefined || seen === words || seen === sumOfWords(words);
}
