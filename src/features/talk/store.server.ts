import { asColumns } from '#server/db/as-columns.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import {
	bodyOf,
	boundaryKinds,
	MOST_EVENTS,
	MOST_EVENTS_EACH,
	type TalkEvent
} from './rules/events.ts';
import { readEvent } from './rules/read-event.ts';
import type { TalkTiming } from './rules/timing.ts';

const columns = ['id', 'kind', 'device', 'sequence', 'at', 'body'] as const;

function log({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>, interviewId: string) {
	return db
		.selectFrom('talk_events')
		.select(columns)
		.where('workspace_id', '=', workspaceId)
		.where('interview_id', '=', interviewId)
		.limit(MOST_EVENTS_EACH);
}

const newest = preparedQuery((db, workspaceId, interviewId: string) =>
	log({ db, workspaceId }, interviewId).orderBy('received_at', 'desc').orderBy('id', 'desc')
);
const boundaries = preparedQuery((db, workspaceId, interviewId: string) =>
	log({ db, workspaceId }, interviewId)
		.where('kind', 'in', [...boundaryKinds])
		.orderBy('received_at')
);
type EventRow = Awaited<ReturnType<typeof newest>>[number];

function asEvent({ body, ...made }: EventRow): TalkEvent | undefined {
	return readEvent({ ...(JSON.parse(body) as object), ...made });
}

/** The log of a talk, unordered. If it exceeds the limit: the newest events, and all of `boundaryKinds`. */
export async function eventsOf(scope: Scope, interviewId: string): Promise<TalkEvent[]> {
	const rows = await newest(scope, interviewId);
	if (rows.length === MOST_EVENTS_EACH) rows.push(...(await boundaries(scope, interviewId)));
	const byId = new Map(rows.map((row) => [row.id, row]));
	return [...byId.values()].map(asEvent).filter((event) => event !== undefined);
}

/** Number of events that can still be added to a talk, within the limits of talk and workspace. */
export async function eventsLeft(scope: Scope, interviewId: string): Promise<number> {
	const all = scope.db
		.selectFrom('talk_events')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('workspace_id', '=', scope.workspaceId);
	const inAll = await all.executeTakeFirstOrThrow();
	const inTalk = await all.where('interview_id', '=', interviewId).executeTakeFirstOrThrow();
	return Math.min(MOST_EVENTS - inAll.count, MOST_EVENTS_EACH - inTalk.count);
}

/** Stored events with these ids, in any talk of the workspace. */
export async function eventsWithIds(scope: Scope, ids: readonly string[]) {
	if (ids.length === 0) return [];
	const rows = await scope.db
		.selectFrom('talk_events')
		.select([...columns, 'interview_id as interviewId'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', 'in', [...ids])
		.execute();
	return rows.map(({ interviewId, ...row }) => ({ interviewId, id: row.id, event: asEvent(row) }));
}

export async function addEvents(
	scope: Scope,
	interviewId: string,
	events: readonly TalkEvent[],
	now: string
): Promise<void> {
	if (events.length === 0) return;
	await scope.db
		.insertInto('talk_events')
		.values(
			events.map((event) => ({
				workspace_id: scope.workspaceId,
				id: event.id,
				interview_id: interviewId,
				kind: event.kind,
				device: event.device,
				sequence: event.sequence,
				at: event.at,
				body: bodyOf(event),
				received_at: now
			}))
		)
		.execute();
}

/** Stores the reduced state of a talk, so that lists need not reduce its log; deletes it without a start. */
export async function storeTalk(
	scope: Scope,
	interviewId: string,
	{ startedAt, endedAt, agreedMinutes, extraMinutes }: TalkTiming,
	now: string
): Promise<void> {
	if (!startedAt) {
		await scope.db
			.deleteFrom('talks')
			.where('workspace_id', '=', scope.workspaceId)
			.where('interview_id', '=', interviewId)
			.execute();
		return;
	}
	const state = { startedAt, endedAt, agreedMinutes, extraMinutes, changedAt: now };
	const values = asColumns(state);
	await scope.db
		.insertInto('talks')
		.values({ workspace_id: scope.workspaceId, interview_id: interviewId, ...values })
		.onConflict((conflict) =>
			conflict.columns(['workspace_id', 'interview_id']).doUpdateSet(values)
		)
		.execute();
}

const reflections = (['insights', 'debriefs'] as const).map((table) =>
	preparedQuery((db, workspaceId, interviewId: string) =>
		db
			.selectFrom(table)
			.select('interview_id')
			.where('workspace_id', '=', workspaceId)
			.where('interview_id', '=', interviewId)
			.limit(1)
	)
);

/** Whether the explorer has begun to reflect on a talk. */
export async function isReflectedOn(scope: Scope, interviewId: string): Promise<boolean> {
	for (const read of reflections) {
		if ((await read(scope, interviewId)).length > 0) return true;
	}
	return false;
}
