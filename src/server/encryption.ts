import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Lengths in bytes for AES-256-GCM (NIST SP 800-38D): key, nonce, authentication tag. */
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** The ciphertext was made with another key or for another place, or was changed. */
export class DecryptionFailed extends Error {
	constructor(cause?: unknown) {
		super('This ciphertext cannot be decrypted here.', { cause });
		this.name = 'DecryptionFailed';
	}
}

function keyFrom(secret: Buffer): Buffer {
	return Buffer.from(hkdfSync('sha256', secret, '', 'imago sealed 1', keyBytes));
}

/**
 * Encrypts a text with AES-256-GCM that this program has to read again, so that the database alone
 * does not reveal it. The key is derived from the secret with HKDF-SHA-256.
 * @param secret the instance key
 * @param place where the text is stored, for example `<workspace>/webhooks/<id>`; authenticated, so
 * that it decrypts nowhere else
 * @returns nonce, authentication tag and ciphertext, base64url
 */
export function encrypt(secret: Buffer, place: string, text: string): string {
	const nonce = randomBytes(nonceBytes);
	const cipher = createCipheriv('aes-256-gcm', keyFrom(secret), nonce);
	cipher.setAAD(Buffer.from(place));
	const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/**
 * Decrypts the output of `encrypt` for the same key and place.
 * @throws DecryptionFailed for another key or place, or a changed text
 */
export function decrypt(secret: Buffer, place: string, encrypted: string): string {
	const bytes = Buffer.from(encrypted, 'base64url');
	if (bytes.length < nonceBytes + tagBytes) throw new DecryptionFailed();
	try {
		const nonce = bytes.subarray(0, nonceBytes);
		const decipher = createDecipheriv('aes-256-gcm', keyFrom(secret), nonce, {
			authTagLength: tagBytes
		});
		decipher.setAAD(Buffer.from(place));
		decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
		const body = decipher.update(bytes.subarray(nonceBytes + tagBytes));
		return Buffer.concat([body, decipher.final()]).toString('utf8');
	} catch (error) {
		throw new DecryptionFailed(error);
	}
}
