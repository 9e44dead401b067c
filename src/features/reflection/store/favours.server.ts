import { remembered } from '#server/db/remembered.ts';
import { readPage, type Asked, type Order } from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_FAVOURS_EACH } from '../rules/room.ts';

export interface FavourRow {
	id: string;
	interviewId: string;
	direction: string;
	text: string;
	notedAt: string;
	givenAt: string | null;
	changedAt: string;
}

const columns = [
	'id',
	'interview_id as interviewId',
	'direction',
	'text',
	'noted_at as notedAt',
	'given_at as givenAt',
	'changed_at as changedAt'
] as const;

/** Both sides of the ledger of one interview. */
export const favoursOf = remembered((db, workspaceId, interviewId: string) =>
	db
		.selectFrom('favours')
		.select(columns)
		.where('workspace_id', '=', workspaceId)
		.where('interview_id', '=', interviewId)
		.orderBy('noted_at')
		.orderBy('id')
		.limit(MOST_FAVOURS_EACH)
);

const newestFirst: Order<{ notedAt: string; id: string }> = {
	list: 'favours',
	direction: 'desc',
	by: ['noted_at', 'id'],
	placeOf: ({ notedAt, id }) => [notedAt, id]
};

/** A page of what was given both ways, the newest note first. */
export function pageOfFavours(
	scope: Scope,
	wanted: { interviewId?: string | undefined; direction?: string | undefined },
	asked: Asked
) {
	let query = scope.db
		.selectFrom('favours')
		.select(columns)
		.where('workspace_id', '=', scope.workspaceId);
	if (wanted.interviewId) query = query.where('interview_id', '=', wanted.interviewId);
	if (wanted.direction) query = query.where('direction', '=', wanted.direction);
	return readPage(query, newestFirst, asked);
}

export function favourOf(scope: Scope, id: string): Promise<FavourRow | undefined> {
	return scope.db
		.selectFrom('favours')
		.select(columns)
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.executeTakeFirst();
}

export async function noteFavour(scope: Scope, favour: FavourRow): Promise<void> {
	await scope.db
		.insertInto('favours')
		.values({
			workspace_id: scope.workspaceId,
			id: favour.id,
			interview_id: favour.interviewId,
			direction: favour.direction,
			text: favour.text,
			noted_at: favour.notedAt,
			given_at: favour.givenAt,
			changed_at: favour.changedAt
		})
		.execute();
}

export async function changeFavour(
	scope: Scope,
	id: string,
	changes: { text?: string; given_at?: string | null; changed_at: string }
): Promise<void> {
	await scope.db
		.updateTable('favours')
		.set(changes)
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}

export async function removeFavour(scope: Scope, id: string): Promise<void> {
	await scope.db
		.deleteFrom('favours')
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}
