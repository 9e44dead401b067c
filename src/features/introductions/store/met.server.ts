import { crud } from '#server/db/crud.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_MET_EACH } from '../rules/limits.ts';

export const { add: addMet, change: changeMet, remove: removeMet } = crud('met_people');

/** People met at an event, in the order of meeting. */
function met(scope: Scope) {
	return scope.db
		.selectFrom('met_people as m')
		.innerJoin('association_events as g', (join) =>
			join.onRef('g.workspace_id', '=', 'm.workspace_id').onRef('g.id', '=', 'm.event_id')
		)
		.select([
			'm.id',
			'm.event_id as eventId',
			'm.name',
			'm.note',
			'm.met_at as metAt',
			'm.person_id as personId',
			'm.followed_up_at as followedUpAt',
			'm.follow_up_skipped_at as followUpSkippedAt',
			'g.title',
			'g.theme_id as themeId',
			'g.organization_id as organizationId'
		])
		.where('m.workspace_id', '=', scope.workspaceId);
}

export function metAt(scope: Scope, eventId: string) {
	return met(scope)
		.where('m.event_id', '=', eventId)
		.orderBy('m.met_at')
		.limit(MOST_MET_EACH)
		.execute();
}

export function metRow(scope: Scope, id: string) {
	return met(scope).where('m.id', '=', id).executeTakeFirst();
}
export type MetRow = NonNullable<Awaited<ReturnType<typeof metRow>>>;

/** The interview planned by a follow-up: of this person, created at this instant. */
export async function interviewPlanned(scope: Scope, personId: string, wishedAt: string) {
	return scope.db
		.selectFrom('interviews')
		.select('id')
		.where('workspace_id', '=', scope.workspaceId)
		.where('person_id', '=', personId)
		.where('wished_at', '=', wishedAt)
		.executeTakeFirst();
}

/** Of each of these people, the newest interview in the channel of associations. */
export async function interviewsMet(scope: Scope, personIds: readonly string[]) {
	if (personIds.length === 0) return new Map<string, string>();
	const rows = await scope.db
		.selectFrom('interviews')
		.select(['id', 'person_id as personId'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('person_id', 'in', [...personIds])
		.orderBy('wished_at')
		.execute();
	return new Map(rows.map(({ id, personId }) => [personId, id]));
}
