import type { Generated } from 'kysely';
import type { MaybeText, Owned, Text } from './columns.ts';

/** Programs that are told what happened, and what is on its way to them. */
export interface WebhookTables {
	webhooks: Owned & {
		url: Text;
		wants: Text;
		secret: Text;
		older_secret: MaybeText;
		rotated_at: MaybeText;
		made_at: Text;
		changed_at: Text;
		paused_at: MaybeText;
		paused_because: MaybeText;
		failing_since: MaybeText;
		last_ok_at: MaybeText;
	};
	deliveries: Owned & {
		webhook_id: Text;
		event_id: Text;
		verb: Text;
		about_kind: Text;
		about_id: Text;
		happened_at: Text;
		queued_at: Text;
		attempts: Generated<number>;
		next_try_at: MaybeText;
		delivered_at: MaybeText;
		failed_at: MaybeText;
		http_status: number | null;
		failure: MaybeText;
	};
}
