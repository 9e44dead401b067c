import { Webhook } from 'standardwebhooks';
import type { Row } from '#server/db/tables.ts';
import { decrypt } from '#server/encryption.ts';
import { olderStillSigns } from '../rules/retries.ts';
import { placeOfSecret } from '../writes/secret.server.ts';

/** What signs a delivery: the webhook's secrets as they are kept. */
type Signer = Pick<
	Row<'webhooks'>,
	'workspace_id' | 'id' | 'secret' | 'older_secret' | 'rotated_at'
>;

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
	const place = `${signer.workspace_id}/${placeOfSecret(signer.id)}`;
	const sealed = [signer.secret];
	if (signer.older_secret !== null && olderStillSigns(signer.rotated_at, now)) {
		sealed.push(signer.older_secret);
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
