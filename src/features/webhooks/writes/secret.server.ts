import { randomBytes } from 'node:crypto';

/** Bytes of a signing secret; Standard Webhooks takes 24 to 64. */
const secretBytes = 32;

/** A fresh secret as Standard Webhooks writes it. */
export function newSigningSecret(): string {
	return `whsec_${randomBytes(secretBytes).toString('base64')}`;
}

/** Where in the workspace a webhook's secret is kept; it opens nowhere else. */
export function placeOfSecret(webhookId: string): string {
	return `webhooks/${webhookId}`;
}
