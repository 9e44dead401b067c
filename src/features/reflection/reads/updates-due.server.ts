import { MOST_INTERVIEWS } from '#features/interviews/rules/limits.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';

const thanked = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('interviews as i')
		.innerJoin('people as p', (join) =>
			join.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.person_id')
		)
		.leftJoin('people as c', (join) =>
			join.onRef('c.workspace_id', '=', 'i.workspace_id').onRef('c.id', '=', 'i.connector_id')
		)
		.leftJoin('messages as one', (join) =>
			join
				.onRef('one.workspace_id', '=', 'i.workspace_id')
				.onRef('one.interview_id', '=', 'i.id')
				.on('one.purpose', '=', 'update')
		)
		.leftJoin('messages as two', (join) =>
			join
				.onRef('two.workspace_id', '=', 'i.workspace_id')
				.onRef('two.interview_id', '=', 'i.id')
				.on('two.purpose', '=', 'second-update')
		)
		.select([
			'i.id as interviewId',
			'p.name as personName',
			'i.held_at as heldAt',
			'i.thanked_at as thankedAt',
			'i.told_at as toldAt',
			'c.id as connectorId',
			'c.name as connectorName',
			'p.do_not_contact_at as partnerDoNotContactAt',
			'c.do_not_contact_at as connectorDoNotContactAt',
			'i.connector_thanked_at as connectorThankedAt',
			'i.connector_told_at as connectorToldAt',
			'one.sent_at as firstUpdateSentAt',
			'one.answered_at as firstUpdateAnsweredAt',
			'two.sent_at as secondUpdateSentAt'
		])
		.select((eb) =>
			eb
				.selectFrom('insights as s')
				.select('s.id')
				.where('s.workspace_id', '=', workspaceId)
				.whereRef('s.interview_id', '=', 'i.id')
				.limit(1)
				.as('learned')
		)
		.where('i.workspace_id', '=', workspaceId)
		.where('i.thanked_at', 'is not', null)
		.where('i.closed_at', 'is', null)
		.orderBy('i.held_at')
		.orderBy('i.id')
		.limit(MOST_INTERVIEWS)
);

/**
 * Thanked interviews that are not closed, the oldest talk first. Dates of updates follow from
 * `updateDueOn` and `connectorUpdateDueOn`, for people who may be contacted.
 */
export async function updatesDue(scope: Scope) {
	const rows = await thanked(scope);
	return rows.map(({ learned, ...row }) => ({ ...row, nothingLearned: learned === null }));
}

/** A thanked interview as input of Today's rules on updates. */
export type UpdateOwed = Awaited<ReturnType<typeof updatesDue>>[number];
