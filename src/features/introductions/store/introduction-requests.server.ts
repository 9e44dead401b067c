import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import { inOrder, readPage, type PageRequest, type Order, type Page } from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_RECIPIENTS_EACH } from '../rules/limits.ts';
import type { answers } from '../schemas.ts';

type Answer = (typeof answers)[number];

export const {
	find: introductionRequest,
	add: addIntroductionRequest,
	change: changeIntroductionRequest,
	remove: removeIntroductionRequest
} = crud('introduction_requests');
export const {
	add: addRecipient,
	change: changeRecipient,
	remove: removeRecipient
} = crud('request_recipients');

/** Most introduction requests on the page of the own network, newest first. */
const mostListed = 30;

/** Introduction requests with their counts of people, answers and introductions. */
function counted(db: Scope['db'], workspaceId: string) {
	return db
		.selectFrom('introduction_requests as r')
		.innerJoin('themes as t', (join) =>
			join.onRef('t.workspace_id', '=', 'r.workspace_id').onRef('t.id', '=', 'r.theme_id')
		)
		.select((eb) => {
			// Correlated subqueries count only the requests of the page; a join with `group by` would count all of them.
			const asked = eb
				.selectFrom('request_recipients as p')
				.where('p.workspace_id', '=', workspaceId)
				.whereRef('p.request_id', '=', 'r.id');
			const people = asked.select((of) => of.fn.countAll<number>().as('count'));
			const answered = (answer: Answer) =>
				people.where('p.answer', '=', answer).$asScalar().$notNull();
			return [
				'r.id',
				'r.text',
				'r.drafted_at as draftedAt',
				'r.ended_at as endedAt',
				'r.changed_at as changedAt',
				't.id as themeId',
				't.title as themeTitle',
				't.seat as themeSeat',
				people.$asScalar().$notNull().as('people'),
				asked
					.select((of) => of.fn.count<number>('p.asked_at').as('count'))
					.$asScalar()
					.$notNull()
					.as('asked'),
				asked.select((of) => of.fn.min('p.asked_at').as('first')).as('askedAt'),
				answered('introduced').as('introduced'),
				answered('not-now').as('notNow'),
				answered('passed-on').as('passedOn'),
				eb
					.selectFrom('introductions as n')
					.select((of) => of.fn.countAll<number>().as('count'))
					.where('n.workspace_id', '=', workspaceId)
					.whereRef('n.request_id', '=', 'r.id')
					.$asScalar()
					.$notNull()
					.as('introductions')
			];
		})
		.where('r.workspace_id', '=', workspaceId);
}

const newestFirst: Order<{ draftedAt: string; id: string }> = {
	list: 'introductionRequests',
	direction: 'desc',
	by: ['r.drafted_at', 'r.id'],
	positionOf: ({ draftedAt, id }) => [draftedAt, id]
};

/** The newest introduction requests, for the page of the own network. */
export const latestRequests = preparedQuery((db, workspaceId) =>
	inOrder(counted(db, workspaceId), newestFirst).limit(mostListed)
);

/** A page of introduction requests, optionally only of one theme, or only open or ended ones. */
export function pageOfRequests(
	scope: Scope,
	{ themeId, state }: { themeId?: string | undefined; state?: 'open' | 'ended' | undefined },
	asked: PageRequest
): Promise<Page<CountedRequest>> {
	let query = counted(scope.db, scope.workspaceId);
	if (themeId) query = query.where('r.theme_id', '=', themeId);
	if (state) query = query.where('r.ended_at', state === 'open' ? 'is' : 'is not', null);
	return readPage(query, newestFirst, asked);
}

export function requestWithCounts(scope: Scope, id: string): Promise<CountedRequest | undefined> {
	return counted(scope.db, scope.workspaceId).where('r.id', '=', id).executeTakeFirst();
}
export type CountedRequest = Awaited<ReturnType<typeof latestRequests>>[number];

/** The people of one request in the order in which they were added. */
export function recipientsOf(scope: Scope, requestId: string) {
	return scope.db
		.selectFrom('request_recipients as a')
		.innerJoin('people as p', (join) =>
			join.onRef('p.workspace_id', '=', 'a.workspace_id').onRef('p.id', '=', 'a.person_id')
		)
		.select([
			'a.id',
			'a.person_id as personId',
			'a.asked_at as askedAt',
			'a.answered_at as answeredAt',
			'a.answer',
			'p.name',
			'p.email',
			'p.company',
			'p.position',
			'p.do_not_contact_at as doNotContactAt'
		])
		.where('a.workspace_id', '=', scope.workspaceId)
		.where('a.request_id', '=', requestId)
		.orderBy('a.added_at')
		.limit(MOST_RECIPIENTS_EACH)
		.$narrowType<{ answer: Answer | null }>()
		.execute();
}

/** A recipient with their name; undefined if there is none. */
export async function recipient(
	scope: Scope,
	of: { id: string } | { requestId: string; personId: string }
) {
	const query = scope.db
		.selectFrom('request_recipients as a')
		.innerJoin('people as p', (join) =>
			join.onRef('p.workspace_id', '=', 'a.workspace_id').onRef('p.id', '=', 'a.person_id')
		)
		.innerJoin('introduction_requests as k', (join) =>
			join.onRef('k.workspace_id', '=', 'a.workspace_id').onRef('k.id', '=', 'a.request_id')
		)
		.select([
			'a.id',
			'a.request_id as requestId',
			'a.person_id as personId',
			'a.added_at as addedAt',
			'a.asked_at as askedAt',
			'a.answered_at as answeredAt',
			'a.answer',
			'p.name',
			'k.theme_id as themeId'
		])
		.where('a.workspace_id', '=', scope.workspaceId);
	return 'id' in of
		? query.where('a.id', '=', of.id).executeTakeFirst()
		: query
				.where('a.request_id', '=', of.requestId)
				.where('a.person_id', '=', of.personId)
				.executeTakeFirst();
}

/** How many people an introduction request has, and how many of them were asked. */
export function countRecipients(scope: Scope, requestId: string) {
	return scope.db
		.selectFrom('request_recipients')
		.select((eb) => [
			eb.fn.countAll<number>().as('people'),
			eb.fn.count<number>('asked_at').as('asked')
		])
		.where('workspace_id', '=', scope.workspaceId)
		.where('request_id', '=', requestId)
		.executeTakeFirstOrThrow();
}
