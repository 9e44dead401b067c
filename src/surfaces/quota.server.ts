import { limits, type Quota } from '#server/limiter.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Caller } from '#server/perform.ts';
import type { App } from './app.server.ts';

/** What a request left of its key's minute, or the refusal when there was nothing left. */
export interface Counted {
	standing: Quota;
	refusal?: Refusal;
}

/**
 * Counts what a key asks for.
 * @param times calls that come in one request, 1 or more
 */
export async function countRequest(app: App, caller: Caller, times = 1): Promise<Counted> {
	const name = caller.actor.kind === 'key' ? caller.actor.keyId : caller.workspaceId;
	const limit = { ...limits.requests, most: app.config.keyRequests };
	try {
		const millis = Date.parse(app.clock.now());
		for (let counted = 1; ; counted += 1) {
			const standing = await app.limiter.take('requests', name, limit, millis);
			if (counted >= times) return { standing };
		}
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return { standing: { left: 0, seconds: error.retryAfter ?? 60 }, refusal: error };
	}
}

/**
 * Says on an answer how much of the minute is left, as draft-ietf-httpapi-ratelimit-headers-11
 * writes it.
 */
export function setQuotaHeaders(headers: Headers, most: number, { left, seconds }: Quota): void {
	headers.set('ratelimit-policy', `"key";q=${most};w=${limits.requests.minutes * 60}`);
	headers.set('ratelimit', `"key";r=${left};t=${seconds}`);
}
