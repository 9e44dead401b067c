import { limits, type Quota } from '#server/rate-limiter.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Caller } from '#server/perform.ts';
import type { App } from './app.server.ts';

/** The remaining quota of a key after a request, and the refusal where it was used up. */
export interface CountedRequest {
	quota: Quota;
	refusal?: Refusal;
}

/**
 * Counts a request against the rate limit of its key: `config.keyRequests` per minute.
 * @param times calls in one request, 1 or more
 */
export async function countRequest(app: App, caller: Caller, times = 1): Promise<CountedRequest> {
	const name = caller.actor.kind === 'key' ? caller.actor.keyId : caller.workspaceId;
	const limit = { ...limits.requests, most: app.config.keyRequests };
	try {
		const millis = Date.parse(app.clock.now());
		for (let counted = 1; ; counted += 1) {
			const quota = await app.limiter.take('requests', name, limit, millis);
			if (counted >= times) return { quota };
		}
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return { quota: { left: 0, seconds: error.retryAfter ?? 60 }, refusal: error };
	}
}

/**
 * Sets RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers-11).
 * @param most requests per minute
 */
export function setQuotaHeaders(headers: Headers, most: number, { left, seconds }: Quota): void {
	headers.set('ratelimit-policy', `"key";q=${most};w=${limits.requests.minutes * 60}`);
	headers.set('ratelimit', `"key";r=${left};t=${seconds}`);
}
