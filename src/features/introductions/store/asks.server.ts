import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import { inOrder, readPage, type PageRequest, type Order, type Page } from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_ASKED_EACH } from '../rules/limits.ts';
import type { answers } from '../schemas.ts';

type Answer = (typeof answers)[number];

export const { find: askRow, add: addAsk, change: changeAsk, remove: removeAsk } = crud('asks');
export const {
	add: addAskedPerson,
	change: changeAskedPerson,
	remove: removeAskedPerson
} = crud('asked_people');

/** Most asks on the page of the own network, newest first. */
const mostListed = 30;

/** Asks with their counts of people, answers and introductions. */
function counted(db: Scope['db'], workspaceId: string) {
	return db
		.selectFrom('asks as a')
		.innerJoin('themes as t', (join) =>
			join.onRef('t.workspace_id', '=', 'a.workspace_id').onRef('t.id', '=', 'a.theme_id')
		)
		.select((eb) => {
			// Correlated subqueries count only the asks of the page; a join with `group by` would count all of them.
			const asked = eb
				.selectFrom('asked_people as p')
				.where('p.workspace_id', '=', workspaceId)
				.whereRef('p.ask_id', '=', 'a.id');
			const people = asked.select((of) => of.fn.countAll<number>().as('count'));
			const answered = (answer: Answer) =>
				people.where('p.answer', '=', answer).$asScalar().$notNull();
			return [
				'a.id',
				'a.text',
				'a.begun_at as begunAt',
				'a.ended_at as endedAt',
				'a.changed_at as changedAt',
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
					.whereRef('n.ask_id', '=', 'a.id')
					.$asScalar()
					.$notNull()
					.as('introductions')
			];
		})
		.where('a.workspace_id', '=', workspaceId);
}

const newestFirst: Order<{ begunAt: string; id: string }> = {
	list: 'asks',
	direction: 'desc',
	by: ['a.begun_at', 'a.id'],
	positionOf: ({ begunAt, id }) => [begunAt, id]
};

/** The newest asks, for the page of the own network. */
export const asksOf = preparedQuery((db, workspaceId) =>
	inOrder(counted(db, workspaceId), newestFirst).limit(mostListed)
);

/** A page of asks, optionally only of one theme, or only open or ended ones. */
export function pageOfAsks(
	scope: Scope,
	{ themeId, state }: { themeId?: string | undefined; state?: 'open' | 'ended' | undefined },
	asked: PageRequest
): Promise<Page<AskCounted>> {
	let query = counted(scope.db, scope.workspaceId);
	if (themeId) query = query.where('a.theme_id', '=', themeId);
	if (state) query = query.where('a.ended_at', state === 'open' ? 'is' : 'is not', null);
	return readPage(query, newestFirst, asked);
}

export function askCounted(scope: Scope, id: string): Promise<AskCounted | undefined> {
	return counted(scope.db, scope.workspaceId).where('a.id', '=', id).executeTakeFirst();
}
export type AskCounted = Awaited<ReturnType<typeof asksOf>>[number];

/** The people of one ask in the order in which they were added. */
export function askedPeople(scope: Scope, askId: string) {
	return scope.db
		.selectFrom('asked_people as a')
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
		.where('a.ask_id', '=', askId)
		.orderBy('a.added_at')
		.limit(MOST_ASKED_EACH)
		.$narrowType<{ answer: Answer | null }>()
		.execute();
}

/** A person in an ask, with their name; undefined if there is none. */
export async function askedPerson(
	scope: Scope,
	of: { id: string } | { askId: string; personId: string }
) {
	const query = scope.db
		.selectFrom('asked_people as a')
		.innerJoin('people as p', (join) =>
			join.onRef('p.workspace_id', '=', 'a.workspace_id').onRef('p.id', '=', 'a.person_id')
		)
		.innerJoin('asks as k', (join) =>
			join.onRef('k.workspace_id', '=', 'a.workspace_id').onRef('k.id', '=', 'a.ask_id')
		)
		.select([
			'a.id',
			'a.ask_id as askId',
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
				.where('a.ask_id', '=', of.askId)
				.where('a.person_id', '=', of.personId)
				.executeTakeFirst();
}

/** How many people an ask has, and how many of them were asked. */
export function countAsked(scope: Scope, askId: string) {
	return scope.db
		.selectFrom('asked_people')
		.select((eb) => [
			eb.fn.countAll<number>().as('people'),
			eb.fn.count<number>('asked_at').as('asked')
		])
		.where('workspace_id', '=', scope.workspaceId)
		.where('ask_id', '=', askId)
		.executeTakeFirstOrThrow();
}
