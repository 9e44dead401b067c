import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import { readPage, type PageRequest, type Order, type Page } from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_INTRODUCED_EACH, MOST_INTRODUCTIONS } from '../rules/limits.ts';

export const {
	add: addIntroduction,
	change: changeIntroduction,
	remove: removeIntroduction
} = crud('introductions');

/** Most introductions on a page. */
const mostListed = 60;

/** Introductions with connector and theme; `interviewId` is null once the interview is deleted. */
function introductions(db: Scope['db'], workspaceId: string) {
	return db
		.selectFrom('introductions as n')
		.innerJoin('people as c', (join) =>
			join.onRef('c.workspace_id', '=', 'n.workspace_id').onRef('c.id', '=', 'n.connector_id')
		)
		.innerJoin('themes as t', (join) =>
			join.onRef('t.workspace_id', '=', 'n.workspace_id').onRef('t.id', '=', 'n.theme_id')
		)
		.leftJoin('interviews as i', (join) =>
			join.onRef('i.workspace_id', '=', 'n.workspace_id').onRef('i.id', '=', 'n.interview_id')
		)
		.select([
			'n.id',
			'n.name',
			'n.about',
			'n.country',
			'n.request_id as requestId',
			'n.person_id as personId',
			'n.offered_at as offeredAt',
			'n.agreed_at as agreedAt',
			'n.introduced_at as introducedAt',
			'n.lapsed_at as lapsedAt',
			'n.changed_at as changedAt',
			'c.id as connectorId',
			'c.name as connectorName',
			't.id as themeId',
			't.title as themeTitle',
			't.seat as themeSeat',
			'i.id as interviewId'
		])
		.where('n.workspace_id', '=', workspaceId);
}

/** Introductions that have neither led to an interview nor lapsed, the newest first. */
export const openIntroductions = preparedQuery((db, workspaceId) =>
	introductions(db, workspaceId)
		.where('n.lapsed_at', 'is', null)
		.where('i.id', 'is', null)
		.orderBy('n.offered_at', 'desc')
		.limit(mostListed)
);
export type IntroductionRow = Awaited<ReturnType<typeof openIntroductions>>[number];

/** Introductions that a person offered or was offered, the newest first. */
export function introductionsWith(scope: Scope, personId: string, most: number) {
	return introductions(scope.db, scope.workspaceId)
		.where((eb) => eb.or([eb('n.connector_id', '=', personId), eb('n.person_id', '=', personId)]))
		.orderBy('n.offered_at', 'desc')
		.limit(most)
		.execute();
}

const newestFirst: Order<{ offeredAt: string; id: string }> = {
	list: 'introductions',
	direction: 'desc',
	by: ['n.offered_at', 'n.id'],
	positionOf: ({ offeredAt, id }) => [offeredAt, id]
};

/** Filters of `introductions.find`. */
export interface Wanted {
	themeId?: string | undefined;
	connectorId?: string | undefined;
	state?: 'open' | 'led' | 'lapsed' | undefined;
}

/** A page of all introductions, the newest first. */
export function pageOfIntroductions(
	scope: Scope,
	{ themeId, connectorId, state }: Wanted,
	asked: PageRequest
): Promise<Page<IntroductionRow>> {
	let query = introductions(scope.db, scope.workspaceId);
	if (themeId) query = query.where('n.theme_id', '=', themeId);
	if (connectorId) query = query.where('n.connector_id', '=', connectorId);
	// The same precedence as in `introductionStage`: `led` over `lapsed`.
	if (state) query = query.where('i.id', state === 'led' ? 'is not' : 'is', null);
	if (state === 'open') query = query.where('n.lapsed_at', 'is', null);
	if (state === 'lapsed') query = query.where('n.lapsed_at', 'is not', null);
	return readPage(query, newestFirst, asked);
}

export function introductionsOfRequest(
	scope: Scope,
	requestId: string
): Promise<IntroductionRow[]> {
	return introductions(scope.db, scope.workspaceId)
		.where('n.request_id', '=', requestId)
		.orderBy('n.offered_at')
		.limit(MOST_INTRODUCED_EACH)
		.execute();
}

export function introductionRow(scope: Scope, id: string): Promise<IntroductionRow | undefined> {
	return introductions(scope.db, scope.workspaceId).where('n.id', '=', id).executeTakeFirst();
}

/** Introductions offered since an instant, and the number of all lapsed ones. */
export const offeredSince = preparedQuery((db, workspaceId, since: string) =>
	db
		.selectFrom('introductions')
		.select('country')
		.where('workspace_id', '=', workspaceId)
		.where('offered_at', '>=', since)
		.limit(MOST_INTRODUCTIONS)
);

export const lapsedCount = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('introductions')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('workspace_id', '=', workspaceId)
		.where('lapsed_at', 'is not', null)
);
