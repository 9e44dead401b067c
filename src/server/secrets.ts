import { createHash, createHmac, randomBytes } from 'node:crypto';
import { makeId } from '#kernel/id.ts';

/** Asking the system for ten bytes costs ten times what they are worth; a page at a time is cheap. */
const pool = { bytes: randomBytes(0), used: 0 };

/** A fresh UUIDv7 of this moment. */
export function newId(): string {
	if (pool.used + 10 > pool.bytes.length) {
		pool.bytes = randomBytes(4000);
		pool.used = 0;
	}
	const random = pool.bytes.subarray(pool.used, pool.used + 10);
	pool.used += 10;
	return makeId(Date.now(), random);
}

/** 256 random bits for a link, a key or a session, safe in addresses. */
export function newToken(): string {
	return randomBytes(32).toString('base64url');
}

/** What is stored of a token: tokens have 256 random bits, so a plain hash gives nothing away. */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('base64url');
}

/**
 * A hash of something guessable (an e-mail or profile address) under the instance's key, so that
 * the table alone tells nobody whose it was.
 */
export function keyedHash(secret: Buffer, text: string): string {
	return createHmac('sha256', secret).update(text).digest('base64url');
}
