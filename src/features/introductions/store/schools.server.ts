import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { listByTheme } from './list.server.ts';

export const { add: addSchool, change: changeSchool, remove: removeSchool } = crud('schools');

/** Most interviews with alumni on a page. */
const mostInterviews = 300;

function schools(db: Scope['db'], workspaceId: string) {
	return db
		.selectFrom('schools as s')
		.innerJoin('organizations as o', (join) =>
			join.onRef('o.workspace_id', '=', 's.workspace_id').onRef('o.id', '=', 's.organization_id')
		)
		.innerJoin('themes as t', (join) =>
			join.onRef('t.workspace_id', '=', 's.workspace_id').onRef('t.id', '=', 's.theme_id')
		)
		.leftJoin('people as p', (join) =>
			join.onRef('p.workspace_id', '=', 's.workspace_id').onRef('p.id', '=', 's.administrator_id')
		)
		.select([
			's.id',
			's.training',
			's.added_at as addedAt',
			's.asked_at as askedAt',
			's.answered_at as answeredAt',
			's.connected_at as connectedAt',
			's.declined_at as declinedAt',
			's.changed_at as changedAt',
			'o.id as organizationId',
			'o.name as organizationName',
			'p.id as administratorId',
			'p.name as administratorName',
			'p.given_name as administratorGivenName',
			'p.email as administratorEmail',
			't.id as themeId',
			't.title as themeTitle',
			't.seat as themeSeat'
		])
		.where('s.workspace_id', '=', workspaceId);
}

/** Schools, newest first: the first page, or the requested one. */
export const schoolsOf = listByTheme(schools, {
	shown: 60,
	theme: 's.theme_id',
	order: {
		list: 'schools',
		direction: 'desc',
		by: ['s.added_at', 's.id'],
		positionOf: ({ addedAt, id }) => [addedAt, id]
	}
});
export type SchoolRow = Awaited<ReturnType<typeof schoolsOf>>['rows'][number];

export function schoolRow(scope: Scope, id: string): Promise<SchoolRow | undefined> {
	return schools(scope.db, scope.workspaceId).where('s.id', '=', id).executeTakeFirst();
}

/** Interviews with alumni of any school, most recently added first. */
export const alumniTalks = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('interviews as i')
		.innerJoin('people as p', (join) =>
			join.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.person_id')
		)
		.select([
			'i.id',
			'i.organization_id as organizationId',
			'p.name as personName',
			'i.wished_at as wishedAt',
			'i.asked_at as askedAt',
			'i.agreed_at as agreedAt',
			'i.held_at as heldAt',
			'i.thanked_at as thankedAt',
			'i.closed_at as closedAt'
		])
		.where('i.workspace_id', '=', workspaceId)
		.where('i.channel', '=', 'school')
		.where('i.organization_id', 'is not', null)
		.orderBy('i.wished_at', 'desc')
		.limit(mostInterviews)
);

/** The school entry of this organization and theme, if there is one. */
export async function sameSchool(scope: Scope, organizationId: string, themeId: string) {
	return scope.db
		.selectFrom('schools')
		.select('id')
		.where('workspace_id', '=', scope.workspaceId)
		.where('organization_id', '=', organizationId)
		.where('theme_id', '=', themeId)
		.executeTakeFirst();
}
