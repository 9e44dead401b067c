import { randomBytes } from 'node:crypto';

/** Bytes of a signing secret; Standard Webhooks allows 24 to 64. */
const secretBytes = 32;

/** Makes a new secret in the format of Standard Webhooks. */
export function newSigningSecret(): string {
	return `whsec_${randomBytes(secretBytes).toString('base64')}`;
}

/** Encryption context of a webhook's secret: it can only be decrypted with the same context. */
export function encryptionContextOf(webhookId: string): string {
	return `webhooks/${webhookId}`;
}
