import { Webhook } from 'standardwebhooks';
import type { Row } from '#server/db/tables.ts';
import { decrypt } from '#server/encryption.ts';
import { olderStillSigns } from '../rules/retries.ts';
import { encryptionContextOf } from '../writes/secret.server.ts';

/** The encrypted secrets of a webhook, for signing. */
type Signer = Pick<
	Row<'webhooks'>,
	'workspace_id' | 'id' | 'secret' | 'older_secret' | 'rotated_at'
>;

/**
 * The three signature headers of Standard Webhooks.
 * @param key encryption key of the instance, with which the secrets are encrypted
 * @param id of the delivery, the same at every attempt, so that receivers can detect duplicates
 * @throws DecryptionFailed when the secrets were encrypted by another instance
 */
export function signedHeaders(
	key: Buffer,
	signer: Signer,
	id: string,
	now: string,
	body: string
): Record<string, string> {
	const place = `${signer.workspace_id}/${encryptionContextOf(signer.id)}`;
	const encrypted = [signer.secret];
	if (signer.older_secret !== null && olderStillSigns(signer.rotated_at, now)) {
		encrypted.push(signer.older_secret);
	}
	const at = new Date(now);
	const signatures = encrypted.map((each) =>
		new Webhook(decrypt(key, place, each)).sign(id, at, body)
	);
	return {
		'webhook-id': id,
		'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
		'webhook-signature': signatures.join(' ')
	};
}
