import { MOST_THEMES } from '#features/clarity/rules/seats.ts';
import { MOST_INTERVIEWS } from '#features/interviews/rules/limits.ts';
import { interviewsJoined } from '#server/db/interviews-joined.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';

/** Reads of other features' tables; nothing is written to them here. */

/** All themes, ended ones included. */
export const themes = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('themes')
		.select([
			'id',
			'title',
			'seat',
			'parked_at as parkedAt',
			'look_again_on as lookAgainOn',
			'chosen_at as chosenAt',
			'let_go_at as letGoAt'
		])
		.where('workspace_id', '=', workspaceId)
		.orderBy((eb) => eb.case().when('seat', 'is not', null).then(0).else(1).end())
		.orderBy('opened_at')
		.orderBy('id')
		.limit(MOST_THEMES)
);
export type ThemeRow = Awaited<ReturnType<typeof themes>>[number];

/**
 * Interviews held or not closed, with the partner's name, the agreed time and when the talk began
 * and ended. Interviews closed without a talk are left out.
 */
export const threads = preparedQuery((db, workspaceId) =>
	interviewsJoined(db)
		.leftJoin('talks as t', (join) =>
			join.onRef('t.workspace_id', '=', 'i.workspace_id').onRef('t.interview_id', '=', 'i.id')
		)
		.select([
			'i.id',
			'i.theme_id as themeId',
			'i.agreed_at as agreedAt',
			'i.held_at as heldAt',
			'i.thanked_at as thankedAt',
			'i.closed_at as closedAt',
			'p.name',
			't.started_at as startedAt',
			't.ended_at as endedAt',
			'm.starts_at as startsAt'
		])
		.where('i.workspace_id', '=', workspaceId)
		.where((eb) => eb.or([eb('i.held_at', 'is not', null), eb('i.closed_at', 'is', null)]))
		.orderBy('i.wished_at', 'desc')
		.limit(MOST_INTERVIEWS)
);
export type ThreadRow = Awaited<ReturnType<typeof threads>>[number];
