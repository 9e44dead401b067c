import { sql, type SqlBool } from 'kysely';
import type { Instant } from '#kernel/clock.ts';
import { throttleForRequests } from './background-throttle.ts';
import type { Database } from './db/open.ts';
import { beyond } from './paging.ts';
import { scopeFor, type Scope } from './scope.server.ts';

/**
 * Events that a workspace keeps at most. No write is refused beyond it; the oldest events are
 * deleted in the background [D].
 */
export const mostAuditEventsKept = 200_000;
/** rows in one transaction: a few milliseconds on a small machine */
const stepSize = 200;

interface PruneOptions {
	/** number of events to keep */
	most?: number;
	/** events of this instant and later are kept; no limit of age when left out */
	since?: Instant | undefined;
	/** whether the program is ending */
	isOver?: () => boolean;
}

/** Position of an event in the order of receipt. */
type Position = readonly [receivedAt: Instant, id: string];

function events({ db, workspaceId }: Scope) {
	return db
		.selectFrom('audit_events')
		.select(['received_at', 'id'])
		.where('workspace_id', '=', workspaceId);
}

/**
 * The newest event to delete: the one beyond the number to keep or the last one before the instant,
 * whichever is later.
 */
async function newestToDelete(scope: Scope, most: number, since: Instant | undefined) {
	const beyondMost = await events(scope)
		.orderBy('received_at', 'desc')
		.orderBy('id', 'desc')
		.offset(most)
		.limit(1)
		.executeTakeFirst();
	// No id is empty, so this position is before every event of the instant.
	const tooOld: Position | undefined = since === undefined ? undefined : [since, ''];
	if (!beyondMost) return tooOld;
	const tooMany: Position = [beyondMost.received_at, beyondMost.id];
	return tooOld && tooOld[0] > tooMany[0] ? tooOld : tooMany;
}

/**
 * Deletes the oldest events of a workspace in short transactions that let other requests through;
 * events that arrive meanwhile are newer and stay. Each step continues in the index where the
 * previous one ended, so that the cost of a step does not grow with the number of events.
 * @returns number of deleted events
 */
export async function pruneAuditEvents(
	database: Database,
	workspaceId: string,
	{ most = mostAuditEventsKept, since, isOver = () => false }: PruneOptions = {}
): Promise<number> {
	const host = { kind: 'host' } as const;
	const scope = scopeFor(host, 'write', workspaceId, database.read);
	const until = await newestToDelete(scope, most, since);
	if (!until) return 0;
	let deletedCount = 0;
	let last: Position = ['', ''];
	const throttle = throttleForRequests();
	for (let more = true; more && !isOver();) {
		const oldest = await database.stage(async (tx) => {
			const stepScope = scopeFor(host, 'write', workspaceId, tx);
			const step = await events(stepScope)
				.where(beyond(['received_at', 'id'], 'asc', last))
				.where(sql<SqlBool>`(received_at, id) <= (${until[0]}, ${until[1]})`)
				.orderBy('received_at')
				.orderBy('id')
				.limit(stepSize)
				.execute();
			if (step.length === 0) return step;
			await stepScope.db
				.deleteFrom('audit_events')
				.where('workspace_id', '=', workspaceId)
				.where(
					'id',
					'in',
					step.map(({ id }) => id)
				)
				.execute();
			return step;
		});
		const end = oldest.at(-1);
		if (end) last = [end.received_at, end.id];
		deletedCount += oldest.length;
		more = oldest.length === stepSize;
		await throttle();
	}
	return deletedCount;
}

/** Deletes the oldest events of every workspace of the instance, one workspace after the other. */
export async function pruneAllAuditEvents(
	database: Database,
	{ isOver, since }: { isOver: () => boolean; since: Instant | undefined }
): Promise<void> {
	const workspaces = await database.read.selectFrom('workspaces').select('id').execute();
	for (const { id } of workspaces) {
		if (isOver()) return;
		await pruneAuditEvents(database, id, { since, isOver });
	}
}
