import { throttleForRequests } from './background-throttle.ts';
import type { Database } from './db/open.ts';
import { scopeFor } from './scope.server.ts';

/** Events that a workspace keeps; nobody is refused for more, the oldest go in the background [D]. */
export const mostEventsKept = 200_000;
/** rows in one transaction: a few milliseconds on a small machine */
const stepSize = 200;

interface Trimming {
	/** events that stay */
	most?: number;
	/** whether the program ends meanwhile */
	isOver?: () => boolean;
}

/**
 * Takes the oldest events of a workspace away beyond a number, in steps that let other requests
 * through; whatever arrives meanwhile is newer and stays.
 * @returns how many went
 */
export async function trimEvents(
	database: Database,
	workspaceId: string,
	{ most = mostEventsKept, isOver = () => false }: Trimming = {}
): Promise<number> {
	const host = { kind: 'host' } as const;
	const newestToGo = await scopeFor(host, 'write', workspaceId, database.read)
		.db.selectFrom('events')
		.select(['received_at', 'id'])
		.where('workspace_id', '=', workspaceId)
		.orderBy('received_at', 'desc')
		.orderBy('id', 'desc')
		.offset(most)
		.limit(1)
		.executeTakeFirst();
	if (!newestToGo) return 0;
	const { received_at: at, id } = newestToGo;
	let gone = 0;
	const throttle = throttleForRequests();
	for (let more = true; more && !isOver();) {
		more = await database.stage(async (tx) => {
			const { db } = scopeFor(host, 'write', workspaceId, tx);
			const oldest = await db
				.selectFrom('events')
				.select('id')
				.where('workspace_id', '=', workspaceId)
				.where((is) =>
					is.or([
						is('received_at', '<', at),
						is.and([is('received_at', '=', at), is('id', '<=', id)])
					])
				)
				.orderBy('received_at')
				.orderBy('id')
				.limit(stepSize)
				.execute();
			if (oldest.length === 0) return false;
			await db
				.deleteFrom('events')
				.where('workspace_id', '=', workspaceId)
				.where(
					'id',
					'in',
					oldest.map((event) => event.id)
				)
				.execute();
			gone += oldest.length;
			return oldest.length === stepSize;
		});
		await throttle();
	}
	return gone;
}

/** The same for every workspace of the instance, one after the other. */
export async function trimAllEvents(database: Database, isOver: () => boolean): Promise<void> {
	const workspaces = await database.read.selectFrom('workspaces').select('id').execute();
	for (const { id } of workspaces) {
		if (isOver()) return;
		await trimEvents(database, id, { isOver });
	}
}
