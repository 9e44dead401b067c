import type { Scope } from '#server/scope.server.ts';
import { webhooksOf } from '../store.server.ts';

/**
 * Failing webhooks, for Today; without those that the explorer paused.
 * @returns host of each, and since when it fails
 */
export async function failingWebhooks(scope: Scope) {
	return (await webhooksOf(scope)).flatMap(({ id, url, failingSince: since, pausedBecause }) => {
		if (since === null || pausedBecause === 'person') return [];
		return [{ id, host: URL.canParse(url) ? new URL(url).host : 'A webhook', since }];
	});
}
