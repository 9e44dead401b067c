import type { Scope } from '#server/scope.server.ts';
import { webhooksOf } from '../store.server.ts';

/**
 * Webhooks that nothing arrives at, for Today; one that the explorer paused is at rest.
 * @returns of each where its address leads, and since when
 */
export async function failingWebhooks(scope: Scope) {
	return (await webhooksOf(scope)).flatMap(({ id, url, failingSince: since, pausedBecause }) => {
		if (since === null || pausedBecause === 'person') return [];
		return [{ id, host: URL.canParse(url) ? new URL(url).host : 'A webhook', since }];
	});
}
