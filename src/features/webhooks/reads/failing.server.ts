import { remembered } from '#server/db/remembered.ts';
import type { Scope } from '#server/scope.server.ts';

const failing = remembered((db, workspaceId) =>
	db
		.selectFrom('webhooks')
		.select(['id', 'url', 'failing_since as since', 'paused_because as pausedBecause'])
		.where('workspace_id', '=', workspaceId)
		.where('failing_since', 'is not', null)
);

/**
 * Webhooks that nothing arrives at, for Today; one that the explorer paused is at rest.
 * @returns of each where its address leads, and since when
 */
export async function failingWebhooks(
	scope: Scope
): Promise<{ id: string; host: string; since: string }[]> {
	return (await failing(scope))
		.filter(({ pausedBecause }) => pausedBecause !== 'person')
		.map(({ id, url, since }) => ({
			id,
			host: URL.canParse(url) ? new URL(url).host : 'A webhook',
			since: since ?? ''
		}));
}
