import { addMinutes } from '#kernel/clock.ts';
import type { JobContext, Later } from '#server/job-worker.ts';
import { guardedRequest } from '#server/outbound/guarded-request.ts';
import { OutboundFailure } from '#server/outbound/failure.ts';
import { DecryptionFailed } from '#server/encryption.ts';
import { claim, type Claimed } from './claiming.server.ts';
import { acquireSlot } from './slots.server.ts';
import { bodyOf } from '../rules/payload.ts';
import { recordOutcome, type Outcome } from './outcome.server.ts';
import { signedHeaders } from './signing.server.ts';

/** Minutes until a delivery is retried that found no free slot. */
const minutesWithoutSlot = 0.25;

async function send(context: JobContext, claimed: Claimed): Promise<Outcome> {
	const { delivery, webhook } = claimed;
	const body = bodyOf(delivery);
	try {
		const signed = signedHeaders(context.secret, webhook, delivery.id, context.clock.now(), body);
		const headers = { ...signed, 'content-type': 'application/json', 'user-agent': 'Imago' };
		return {
			status: await guardedRequest({ url: webhook.url, headers, body, signal: context.signal })
		};
	} catch (error) {
		if (error instanceof OutboundFailure) return { failure: error.message };
		if (error instanceof DecryptionFailed) {
			return { failure: 'The secret comes from another Imago. Create a new secret.' };
		}
		throw error;
	}
}

/** One attempt: the HTTP call and recording its outcome; not awaited by the job. */
async function tryOnce(context: JobContext, claimed: Claimed): Promise<void> {
	try {
		const outcome = await send(context, claimed);
		// Shutting down: the outcome is not recorded, and the attempt is repeated after the restart.
		if (context.signal.aborted) return;
		await context.write((scope) => recordOutcome(scope, claimed, outcome, context.clock.now()));
	} catch (error) {
		if (context.signal.aborted) return;
		context.log.error({ error, delivery: claimed.delivery.id }, 'a delivery stumbled');
	}
}

/**
 * Job that makes one attempt at a delivery; the next attempt is a job of its own. The HTTP call continues
 * after the job is done.
 * @returns time to run again, if there was no free slot
 */
export async function deliver(context: JobContext): Promise<Later | undefined> {
	const { id = '', at = '' } = context.payload;
	const now = context.clock.now();
	const giveBack = acquireSlot(context.workspaceId);
	if (!giveBack) return { later: addMinutes(now, minutesWithoutSlot) };
	let claimed: Claimed | undefined;
	try {
		claimed = await context.write((scope) => claim(scope, { id, at }, now));
	} finally {
		if (!claimed) giveBack();
	}
	if (claimed) void tryOnce(context, claimed).finally(giveBack);
	return undefined;
}
