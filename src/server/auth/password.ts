import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { BoundedWork } from '../bounded-work.ts';

const argon = promisify<'argon2id', Argon2Parameters, Buffer>(argon2);

/**
 * Minimum that OWASP recommends for Argon2id: 19 MiB, two passes, one lane (Password Storage Cheat
 * Sheet).
 */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;

/**
 * Two of the four threads of Node at most, so that file access and DNS look-ups keep the others
 * [D].
 */
const hashing = new BoundedWork({ atOnce: 2, waiting: 48, waitMillis: 4000 });

function derive(password: string, nonce: Buffer): Promise<Buffer> {
	const message = password.normalize('NFKC');
	return hashing.run(() => argon('argon2id', { message, nonce, tagLength, ...cost }));
}

/**
 * Hashes a password as `argon2id$<nonce>$<tag>`, both base64url.
 * @throws Refusal `sign-in.busy` when too many are hashed at once
 */
export async function hashPassword(password: string): Promise<string> {
	const nonce = randomBytes(16);
	const tag = await derive(password, nonce);
	return `argon2id$${nonce.toString('base64url')}$${tag.toString('base64url')}`;
}

/**
 * Verifies a password in constant time; a hash of another format does not match.
 * @throws Refusal `sign-in.busy` when too many are hashed at once
 */
export async function verifyPassword(parts: { hash: string; password: string }): Promise<boolean> {
	const [kind, nonce, tag] = parts.hash.split('$');
	if (kind !== 'argon2id' || !nonce || !tag) return false;
	const expected = Buffer.from(tag, 'base64url');
	const actual = await derive(parts.password, Buffer.from(nonce, 'base64url'));
	return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** Minimum and maximum length of a password in characters (UTF-16 units) [D]. */
export const leastPasswordLength = 15;
export const mostPasswordLength = 256;
