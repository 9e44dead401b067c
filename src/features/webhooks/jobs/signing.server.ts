import { Webhook } from 'standardwebhooks';
import { decrypt } from '#server/encryption.ts';
import { olderStillSigns } from '../rules/retries.ts';
import { placeOfSecret } from '../writes/secret.server.ts';

/** What signs a delivery: the webhook's secrets as they are kept. */
export interface Signer {
	workspaceId: string;
	webhookId: string;
	secret: string;
	olderSecret: string | null;
	rotatedAt: string | null;
}

/**
 * The three headers of Standard Webhooks.
 * @param key the instance's, that the secrets are sealed with
 * @param id of the delivery: the same at every try, so that a receiver knows it again
 * @throws DecryptionFailed where the secrets were sealed by another Imago
 */
export function signedHeaders(
	key: Buffer,
	signer: Signer,
	id: string,
	now: string,
	body: string
): Record<string, string> {
	const place = `${signer.workspaceId}/${placeOfSecret(signer.webhookId)}`;
	const sealed = [signer.secret];
	if (signer.olderSecret !== null && olderStillSigns(signer.rotatedAt, now)) {
		sealed.push(signer.olderSecret);
	}
	const at = new Date(now);
	const signatures = sealed.map((each) =>
		new Webhook(decrypt(key, place, each)).sign(id, at, body)
	);
	return {
		'webhook-id': id,
		'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
		'webhook-signature': signatures.join(' ')
	};
}
