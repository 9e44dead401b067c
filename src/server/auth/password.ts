import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { refuse, type Refusal } from '#kernel/refusal.ts';

const argon = promisify<'argon2id', Argon2Parameters, Buffer>(argon2);

/** OWASP's least for Argon2id: 19 MiB, two passes, one lane (stack.md). */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;

function derive(password: string, nonce: Buffer): Promise<Buffer> {
	return argon('argon2id', { message: password.normalize('NFKC'), nonce, tagLength, ...cost });
}

/** Hashes a password as `argon2id$<nonce>$<tag>`, both base64url. */
export async function hashPassword(password: string): Promise<string> {
	const nonce = randomBytes(16);
	const tag = await derive(password, nonce);
	return `argon2id$${nonce.toString('base64url')}$${tag.toString('base64url')}`;
}

/** Compares in constant time; a hash of another form answers no. */
export async function verifyPassword(parts: { hash: string; password: string }): Promise<boolean> {
	const [kind, nonce, tag] = parts.hash.split('$');
	if (kind !== 'argon2id' || !nonce || !tag) return false;
	const expected = Buffer.from(tag, 'base64url');
	const actual = await derive(parts.password, Buffer.from(nonce, 'base64url'));
	return expected.length === actual.length && timingSafeEqual(expected, actual);
}

export const leastPasswordLength = 15;
export const mostPasswordLength = 256;

/** What people type when fifteen characters are asked for, with letters alone. */
const blocked = [
	'passwordpassword',
	'passwordpasswordpassword',
	'thisismypassword',
	'mysecretpassword',
	'changemechangeme',
	'letmeinletmein',
	'iloveyouiloveyou',
	'correcthorsebatterystaple',
	'qwertyuiopasdfgh',
	'qwertyuiopasdfghjkl',
	'qwertyuiopasdfghjklzxcvbnm',
	'abcdefghijklmno',
	'abcdefghijklmnopqrstuvwxyz',
	'administrator',
	'informationalinterview'
];

function isRun(text: string): boolean {
	let same = 0;
	for (let index = 1; index < text.length; index += 1) {
		const step = text.charCodeAt(index) - text.charCodeAt(index - 1);
		if (Math.abs(step) <= 1 || step === -9) same += 1;
	}
	return same >= text.length - 2;
}

function isRepeated(text: string): boolean {
	for (let length = 1; length <= text.length / 3; length += 1) {
		const part = text.slice(0, length);
		if (part.repeat(Math.ceil(text.length / length)).slice(0, text.length) === text) return true;
	}
	return false;
}

/**
 * Judges a new password: length and a blocklist, no rules of composition (promises.md).
 * @param about name and e-mail, which alone make no password
 * @returns the refusal to throw, or nothing
 */
export function judgePassword(password: string, about: readonly string[]): Refusal | undefined {
	const no = (code: string, sentence: string): Refusal =>
		refuse('invalid', `password.${code}`, sentence, 'password');
	if (password.length < leastPasswordLength) {
		return no(
			'short',
			`Fifteen characters at least; this has ${password.length}. Four or five words in a row are easy to keep in mind.`
		);
	}
	if (password.length > mostPasswordLength) {
		return no('long', `At most ${mostPasswordLength} characters; this has ${password.length}.`);
	}
	const plain = password.toLowerCase();
	const letters = plain.replace(/[^\p{L}]/gu, '');
	const names = about
		.map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
		.filter(Boolean);
	const bare = plain.replace(/[^\p{L}\p{N}]/gu, '');
	if (
		blocked.includes(letters) ||
		isRun(bare) ||
		isRepeated(bare) ||
		names.some((name) => name.length > 3 && bare.replaceAll(name, '').length < 6)
	) {
		return no(
			'guessable',
			'This one is among the first that are tried. Take four or five words that have nothing to do with each other.'
		);
	}
	return undefined;
}
