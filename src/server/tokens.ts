import { createHash, createHmac, randomBytes, randomUUIDv7 } from 'node:crypto';

/** A new UUIDv7 of this moment. */
export const newId = (): string => randomUUIDv7();

/** A new token for a link, a key or a session: 256 random bits, base64url. */
export function newToken(): string {
	return randomBytes(32).toString('base64url');
}

/**
 * SHA-256 hash of a token, for storage. Tokens have 256 random bits, so a hash without key or salt
 * is enough.
 */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('base64url');
}

/**
 * HMAC-SHA-256 of a guessable text (an e-mail or profile address) under the instance key, so that
 * the database alone does not reveal it.
 */
export function keyedHash(secret: Buffer, text: string): string {
	return createHmac('sha256', secret).update(text).digest('base64url');
}
