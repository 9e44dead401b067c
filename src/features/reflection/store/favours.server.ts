import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import { readPage, type PageRequest, type Order } from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_FAVOURS_EACH } from '../rules/limits.ts';

export const { add: addFavour, change: changeFavour, remove: removeFavour } = crud('favours');

function favours({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>) {
	return db
		.selectFrom('favours')
		.select([
			'id',
			'interview_id as interviewId',
			'direction',
			'text',
			'noted_at as notedAt',
			'given_at as givenAt',
			'changed_at as changedAt'
		])
		.where('workspace_id', '=', workspaceId);
}

/** All favours of one interview. */
export const favoursOf = preparedQuery((db, workspaceId, interviewId: string) =>
	favours({ db, workspaceId })
		.where('interview_id', '=', interviewId)
		.orderBy('noted_at')
		.orderBy('id')
		.limit(MOST_FAVOURS_EACH)
);
export type FavourRow = Awaited<ReturnType<typeof favoursOf>>[number];

const newestFirst: Order<{ notedAt: string; id: string }> = {
	list: 'favours',
	direction: 'desc',
	by: ['noted_at', 'id'],
	positionOf: ({ notedAt, id }) => [notedAt, id]
};

/** A page of favours, the newest first. */
export function pageOfFavours(
	scope: Scope,
	wanted: { interviewId?: string | undefined; direction?: string | undefined },
	asked: PageRequest
) {
	let query = favours(scope);
	if (wanted.interviewId) query = query.where('interview_id', '=', wanted.interviewId);
	if (wanted.direction) query = query.where('direction', '=', wanted.direction);
	return readPage(query, newestFirst, asked);
}

export function favourOf(scope: Scope, id: string): Promise<FavourRow | undefined> {
	return favours(scope).where('id', '=', id).executeTakeFirst();
}
