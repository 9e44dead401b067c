import { hash } from 'node:crypto';

/**
 * A SHA-256 digest of a text, for a request that identifies a text in its URL: URLs are written to
 * the logs of proxies, and the text is confidential (ASVS 14.2.1). It has no key, so a guessed text
 * can be verified.
 * @returns `digest:` and 22 characters, base64url (132 bits)
 */
export function digestOf(text: string): string {
	return `digest:${hash('sha256', text, 'base64url').slice(0, 22)}`;
}

/**
 * Whether a text is unchanged since it was viewed.
 * @param viewed the viewed text or its digest; any text matches when left out
 */
export function isUnchanged(text: string, viewed: string | undefined): boolean {
	return viewed === undefined || viewed === text || viewed === digestOf(text);
}
