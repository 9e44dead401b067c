import { addHours, type Instant } from '#kernel/clock.ts';
import { deliveryJob } from '#server/webhook-deliveries.ts';
import { queueJob } from '#server/job-worker.ts';
import type { Scope } from '#server/scope.server.ts';
import type { Claimed } from './claiming.server.ts';
import { hasFailedTooLong, nextTry } from '../rules/retries.ts';
import * as store from '../store.server.ts';

/** Outcome of an attempt: an HTTP status, or the reason why there is none. */
export type Outcome = { status: number } | { failure: string };

/** Most deliveries stored of a webhook, and hours for which they are stored [D]. */
const MOST_KEPT = 200;
const KEPT_HOURS = 30 * 24;

function failureIn(outcome: Outcome): string | null {
	if ('failure' in outcome) return outcome.failure;
	const { status } = outcome;
	if (status >= 200 && status < 300) return null;
	if (status === 410) return 'Your program answered 410: it wants no more events.';
	if (status >= 300 && status < 400) {
		return `Your program answered ${status}, a redirect. Imago does not follow redirects. Enter the final address.`;
	}
	return `Your program answered ${status}.`;
}

/**
 * Records the outcome of an attempt on the delivery and its webhook: any 2xx is success, 410 ends the
 * webhook, five days of failures only pause it.
 */
export async function recordOutcome(
	scope: Scope,
	{ delivery }: Claimed,
	outcome: Outcome,
	now: Instant
): Promise<void> {
	const { webhook_id: webhookId } = delivery;
	const webhook = await store.webhookOf(scope, webhookId);
	if (!webhook) return;
	const failure = failureIn(outcome);
	const status = 'status' in outcome ? outcome.status : null;
	const gone = status === 410;
	const next = failure === null || gone ? undefined : nextTry(delivery.attempts, now);
	const over = next === undefined;
	const still = await store.changeDelivery(scope, delivery, {
		http_status: status,
		failure,
		next_try_at: next ?? null,
		...(failure === null ? { delivered_at: now } : over ? { failed_at: now } : {})
	});
	if (!still) return;
	if (next) {
		const again = deliveryJob(delivery.id, next);
		await queueJob(scope.db.withoutPlugins(), scope.workspaceId, again, now);
	}
	if (failure === null) {
		await store.changeWebhook(scope, webhookId, { last_ok_at: now, failing_since: null });
	} else {
		const failingSince = webhook.failingSince ?? (over ? now : null);
		const tooLong = hasFailedTooLong(failingSince, now);
		const paused = webhook.pausedAt === null && (gone || tooLong);
		await store.changeWebhook(scope, webhookId, {
			failing_since: failingSince,
			...(paused ? { paused_at: now, paused_because: gone ? 'gone' : 'failing' } : {})
		});
	}
	const before = addHours(now, -KEPT_HOURS);
	await store.forgetDeliveries(scope, webhookId, { most: MOST_KEPT, before });
}
