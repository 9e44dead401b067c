import { sql, type SqlBool } from 'kysely';
import type { Instant } from '#kernel/clock.ts';
import { throttleForRequests } from './background-throttle.ts';
import type { Database } from './db/open.ts';
import { beyond } from './paging.ts';
import { scopeFor, type Scope } from './scope.server.ts';

/** Events that a workspace keeps; nobody is refused for more, the oldest go in the background [D]. */
export const mostAuditEventsKept = 200_000;
/** rows in one transaction: a few milliseconds on a small machine */
const stepSize = 200;

interface Trimming {
	/** events that stay */
	most?: number;
	/** events of this instant and later stay; all of them where it is left out */
	since?: Instant | undefined;
	/** whether the program ends meanwhile */
	isOver?: () => boolean;
}

/** Where an event stands in the order in which they were received. */
type Place = readonly [receivedAt: Instant, id: string];

function events({ db, workspaceId }: Scope) {
	return db
		.selectFrom('audit_events')
		.select(['received_at', 'id'])
		.where('workspace_id', '=', workspaceId);
}

/** The newest event to go: beyond the number that stays, or before the instant, whichever is later. */
async function newestToGo(scope: Scope, most: number, since: Instant | undefined) {
	const beyondMost = await events(scope)
		.orderBy('received_at', 'desc')
		.orderBy('id', 'desc')
		.offset(most)
		.limit(1)
		.executeTakeFirst();
	// No id is empty, so this place is before every event of the instant.
	const tooOld: Place | undefined = since === undefined ? undefined : [since, ''];
	if (!beyondMost) return tooOld;
	const tooMany: Place = [beyondMost.received_at, beyondMost.id];
	return tooOld && tooOld[0] > tooMany[0] ? tooOld : tooMany;
}

/**
 * Takes the oldest events of a workspace away, in steps that let other requests through; whatever
 * arrives meanwhile is newer and stays. Each step goes on in the index where the last one ended, so
 * that one of the last of ten million costs what the first did.
 * @returns how many went
 */
export async function pruneAuditEvents(
	database: Database,
	workspaceId: string,
	{ most = mostAuditEventsKept, since, isOver = () => false }: Trimming = {}
): Promise<number> {
	const host = { kind: 'host' } as const;
	const reading = scopeFor(host, 'write', workspaceId, database.read);
	const until = await newestToGo(reading, most, since);
	if (!until) return 0;
	let gone = 0;
	let last: Place = ['', ''];
	const throttle = throttleForRequests();
	for (let more = true; more && !isOver();) {
		const oldest = await database.stage(async (tx) => {
			const scope = scopeFor(host, 'write', workspaceId, tx);
			const step = await events(scope)
				.where(beyond(['received_at', 'id'], 'asc', last))
				.where(sql<SqlBool>`(received_at, id) <= (${until[0]}, ${until[1]})`)
				.orderBy('received_at')
				.orderBy('id')
				.limit(stepSize)
				.execute();
			if (step.length === 0) return step;
			await scope.db
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
		gone += oldest.length;
		more = oldest.length === stepSize;
		await throttle();
	}
	return gone;
}

/** The same for every workspace of the instance, one after the other. */
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
