import type { Instant } from '#kernel/clock.ts';
import { readPage, type PageRequest, type Order } from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';

/** Order of receipt, for pages and cursors. */
export const asReceived: Order<{ receivedAt: string; id: string }> = {
	list: 'auditEvents',
	direction: 'asc',
	by: ['received_at', 'id'],
	positionOf: ({ receivedAt, id }) => [receivedAt, id]
};

/** Audit events from one instant to before another, of one verb or all. */
export function eventsOf(
	scope: Scope,
	which: { verb?: string | undefined; since?: Instant | undefined; before: Instant },
	asked: PageRequest
) {
	let query = scope.db
		.selectFrom('audit_events')
		.select([
			'id',
			'received_at as receivedAt',
			'actor',
			'verb',
			'about_kind as aboutKind',
			'about_id as aboutId'
		])
		.where('workspace_id', '=', scope.workspaceId)
		.where('received_at', '<', which.before);
	if (which.since) query = query.where('received_at', '>=', which.since);
	if (which.verb) query = query.where('verb', '=', which.verb);
	return readPage(query, asReceived, asked);
}
