import { limits, type Standing } from '#server/limiter.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Caller } from '#server/perform.ts';
import type { App } from './app.server.ts';

/** What a request left of its key's minute, or the refusal when there was nothing left. */
export interface Counted {
	standing: Standing;
	refusal?: Refusal;
}

/** Counts a request of a key. */
export async function countRequest(app: App, caller: Caller): Promise<Counted> {
	const name = caller.actor.kind === 'key' ? caller.actor.keyId : caller.workspaceId;
	const limit = { ...limits.requests, most: app.config.keyRequests };
	try {
		const millis = Date.parse(app.clock.now());
		return { standing: await app.limiter.take('requests', name, limit, millis) };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return { standing: { left: 0, seconds: error.retryAfter ?? 60 }, refusal: error };
	}
}

/**
 * Says on an answer how much of the minute is left, as draft-ietf-httpapi-ratelimit-headers-11
 * writes it.
 */
export function sayStanding(headers: Headers, most: number, { left, seconds }: Standing): void {
	headers.set('ratelimit-policy', `"key";q=${most};w=${limits.requests.minutes * 60}`);
	headers.set('ratelimit', `"key";r=${left};t=${seconds}`);
}
