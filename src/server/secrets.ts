import { createHash, createHmac, randomBytes } from 'node:crypto';
import { makeId } from '#kernel/id.ts';

/**
 * Random bytes in reserve: one request of 4000 bytes to the system costs little more than one of
 * ten.
 */
const pool = { bytes: randomBytes(0), used: 0 };

/** A new UUIDv7 of this moment. */
export function newId(): string {
	if (pool.used + 10 > pool.bytes.length) {
		pool.bytes = randomBytes(4000);
		pool.used = 0;
	}
	const random = pool.bytes.subarray(pool.used, pool.used + 10);
	pool.used += 10;
	return makeId(Date.now(), random);
}

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
