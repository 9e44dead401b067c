import type { NotNull } from 'kysely';
import { crud } from '#server/db/crud.ts';
import type { Scope } from '#server/scope.server.ts';
import { listByTheme } from './list.server.ts';

export const {
	add: addEvent,
	change: changeEvent,
	remove: removeEvent
} = crud('association_events');

function events(db: Scope['db'], workspaceId: string) {
	return db
		.selectFrom('association_events as g')
		.innerJoin('themes as t', (join) =>
			join.onRef('t.workspace_id', '=', 'g.workspace_id').onRef('t.id', '=', 'g.theme_id')
		)
		.leftJoin('organizations as o', (join) =>
			join.onRef('o.workspace_id', '=', 'g.workspace_id').onRef('o.id', '=', 'g.organization_id')
		)
		.select((eb) => {
			const met = eb
				.selectFrom('met_people as m')
				.select((of) => of.fn.countAll<number>().as('count'))
				.where('m.workspace_id', '=', workspaceId)
				.whereRef('m.event_id', '=', 'g.id');
			return [
				'g.id',
				'g.title',
				'g.on_day as onDay',
				'g.place',
				'g.look_for as lookFor',
				'g.opening_line as openingLine',
				'g.asked_at as askedAt',
				'g.invited_at as invitedAt',
				'g.attended_at as attendedAt',
				'g.called_off_at as calledOffAt',
				'g.added_at as addedAt',
				'g.changed_at as changedAt',
				'o.id as organizationId',
				'o.name as organizationName',
				't.id as themeId',
				't.title as themeTitle',
				't.seat as themeSeat',
				met.as('met'),
				met
					.where('m.followed_up_at', 'is', null)
					.where('m.follow_up_skipped_at', 'is', null)
					.as('left')
			];
		})
		.$narrowType<{ met: NotNull; left: NotNull }>()
		.where('g.workspace_id', '=', workspaceId);
}

/** Events, latest day first: the first page, or the requested one. */
export const eventsOf = listByTheme(events, {
	shown: 60,
	theme: 'g.theme_id',
	order: {
		list: 'events',
		direction: 'desc',
		by: ['g.on_day', 'g.added_at', 'g.id'],
		positionOf: ({ onDay, addedAt, id }) => [onDay, addedAt, id]
	}
});
export type EventRow = Awaited<ReturnType<typeof eventsOf>>['rows'][number];

export function eventRow(scope: Scope, id: string): Promise<EventRow | undefined> {
	return events(scope.db, scope.workspaceId).where('g.id', '=', id).executeTakeFirst();
}
