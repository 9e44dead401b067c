import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encrypt, DecryptionFailed, decrypt } from './encryption.ts';

const secret = randomBytes(32);

test('an encrypted text decrypts to itself, and the ciphertext differs each time', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const encrypted = encrypt(secret, 'here', text);
			expect(decrypt(secret, 'here', encrypted)).toBe(Buffer.from(text, 'utf8').toString('utf8'));
			expect(encrypt(secret, 'here', text)).not.toBe(encrypted);
		})
	);
});

test('it does not decrypt with another key, in another place, or after a bit changed', () => {
	const encrypted = encrypt(secret, 'here', 'whsec_abc');
	expect(encrypted).not.toContain('whsec');
	expect(() => decrypt(randomBytes(32), 'here', encrypted)).toThrow(DecryptionFailed);
	expect(() => decrypt(secret, 'there', encrypted)).toThrow(DecryptionFailed);
	const bytes = Buffer.from(encrypted, 'base64url');
	fc.assert(
		fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
			const changed = Buffer.from(bytes);
			changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
			expect(() => decrypt(secret, 'here', changed.toString('base64url'))).toThrow(
				DecryptionFailed
			);
		})
	);
	for (const text of ['', 'canary', encrypted.slice(0, 20)]) {
		expect(() => decrypt(secret, 'here', text)).toThrow(DecryptionFailed);
	}
});
