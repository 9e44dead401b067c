import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encrypt, DecryptionFailed, decrypt } from './encryption.ts';

const secret = randomBytes(32);

test('what is sealed opens again, and looks different each time', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const sealed = encrypt(secret, 'here', text);
			expect(decrypt(secret, 'here', sealed)).toBe(Buffer.from(text, 'utf8').toString('utf8'));
			expect(encrypt(secret, 'here', text)).not.toBe(sealed);
		})
	);
});

test('it opens with no other key, in no other place, and not when a bit changed', () => {
	const sealed = encrypt(secret, 'here', 'whsec_abc');
	expect(sealed).not.toContain('whsec');
	expect(() => decrypt(randomBytes(32), 'here', sealed)).toThrow(DecryptionFailed);
	expect(() => decrypt(secret, 'there', sealed)).toThrow(DecryptionFailed);
	const bytes = Buffer.from(sealed, 'base64url');
	fc.assert(
		fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
			const changed = Buffer.from(bytes);
			changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
			expect(() => decrypt(secret, 'here', changed.toString('base64url'))).toThrow(
				DecryptionFailed
			);
		})
	);
	for (const text of ['', 'canary', sealed.slice(0, 20)]) {
		expect(() => decrypt(secret, 'here', text)).toThrow(DecryptionFailed);
	}
});
