import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Bytes of AES-256-GCM as NIST SP 800-38D takes them: key, nonce, tag. */
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** The sealed text was made with another key, for another place, or was changed since. */
export class DecryptionFailed extends Error {
	constructor(cause?: unknown) {
		super('What was sealed cannot be opened here.', { cause });
		this.name = 'DecryptionFailed';
	}
}

function keyFrom(secret: Buffer): Buffer {
	return Buffer.from(hkdfSync('sha256', secret, '', 'imago sealed 1', keyBytes));
}

/**
 * Seals a text that this program has to read again, so that the table alone tells it to nobody.
 * @param secret the instance's key
 * @param place where it is kept, `<workspace>/webhooks/<id>`; it opens nowhere else
 * @returns base64url
 */
export function encrypt(secret: Buffer, place: string, text: string): string {
	const nonce = randomBytes(nonceBytes);
	const cipher = createCipheriv('aes-256-gcm', keyFrom(secret), nonce);
	cipher.setAAD(Buffer.from(place));
	const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/**
 * Opens what `seal` made with the same key for the same place.
 * @throws DecryptionFailed
 */
export function decrypt(secret: Buffer, place: string, sealed: string): string {
	const bytes = Buffer.from(sealed, 'base64url');
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
