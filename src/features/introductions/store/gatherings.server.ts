import type { NotNull } from 'kysely';
import type { Row } from '#server/db/tables.ts';
import { remembered } from '#server/db/remembered.ts';
import {
	type Asked,
	cut,
	inOrder,
	isWhole,
	type Order,
	type Page,
	readPage
} from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';

type Columns = Omit<Row<'gatherings'>, 'workspace_id'>;
type Db = Scope['db'];

/** Events that a page shows at most. */
const eventsShown = 60;

function gatherings(db: Db, workspaceId: string) {
	return db
		.selectFrom('gatherings as g')
		.innerJoin('themes as t', (join) =>
			join.onRef('t.workspace_id', '=', 'g.workspace_id').onRef('t.id', '=', 'g.theme_id')
		)
		.leftJoin('organizations as o', (join) =>
			join.onRef('o.workspace_id', '=', 'g.workspace_id').onRef('o.id', '=', 'g.organization_id')
		)
		.select((is) => {
			const met = is
				.selectFrom('met_people as m')
				.select((of) => of.fn.countAll<number>().as('count'))
				.where('m.workspace_id', '=', workspaceId)
				.whereRef('m.gathering_id', '=', 'g.id');
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
				met.where('m.followed_up_at', 'is', null).where('m.let_be_at', 'is', null).as('left')
			];
		})
		.$narrowType<{ met: NotNull; left: NotNull }>()
		.where('g.workspace_id', '=', workspaceId);
}

const byDay: Order<{ onDay: string; addedAt: string; id: string }> = {
	list: 'gatherings',
	direction: 'desc',
	by: ['g.on_day', 'g.added_at', 'g.id'],
	placeOf: ({ onDay, addedAt, id }) => [onDay, addedAt, id]
};

const firstOnes = remembered((db, workspaceId) =>
	inOrder(gatherings(db, workspaceId), byDay).limit(eventsShown + 1)
);
export type GatheringRow = Awaited<ReturnType<typeof firstOnes>>[number];

/** Events, the latest day first: as many as a page shows, or as asked for. */
export async function gatheringsOf(
	scope: Scope,
	themeId: string | undefined,
	asked: Asked
): Promise<Page<GatheringRow>> {
	if (!themeId && isWhole(asked)) return cut(await firstOnes(scope), eventsShown, byDay);
	const all = gatherings(scope.db, scope.workspaceId);
	const query = themeId ? all.where('g.theme_id', '=', themeId) : all;
	return readPage(query, byDay, { limit: asked.limit ?? eventsShown, cursor: asked.cursor });
}

export function gatheringRow(scope: Scope, id: string): Promise<GatheringRow | undefined> {
	return gatherings(scope.db, scope.workspaceId).where('g.id', '=', id).executeTakeFirst();
}

export async function addGathering(
	scope: Scope,
	row: Pick<
		Columns,
		| 'id'
		| 'theme_id'
		| 'organization_id'
		| 'title'
		| 'on_day'
		| 'place'
		| 'look_for'
		| 'opening_line'
		| 'added_at'
	>
): Promise<void> {
	await scope.db
		.insertInto('gatherings')
		.values({ workspace_id: scope.workspaceId, ...row, changed_at: row.added_at })
		.execute();
}

export async function changeGathering(
	scope: Scope,
	id: string,
	changes: Partial<Omit<Columns, 'id'>>
): Promise<void> {
	await scope.db
		.updateTable('gatherings')
		.set(changes)
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}

export async function removeGathering(scope: Scope, id: string): Promise<void> {
	await scope.db
		.deleteFrom('gatherings')
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}
