import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { channel, closingReason } from '../schemas.ts';

/** Goals, sources and messages are deleted with an interview by foreign keys. */
export const {
	add: addInterview,
	change: changeInterview,
	remove: removeInterview
} = crud('interviews');

/** Columns of an open interview's theme and dates, under the alias `i`. */
export const openColumns = [
	'i.id',
	'i.theme_id as themeId',
	'i.wished_at as wishedAt',
	'i.asked_at as askedAt',
	'i.followed_up_at as followedUpAt',
	'i.answered_at as answeredAt',
	'i.agreed_at as agreedAt',
	'i.held_at as heldAt'
] as const;

/** Columns that all reads of an interview need, under the alias `i`. */
export const interviewColumns = [
	...openColumns,
	'i.person_id as personId',
	'i.channel',
	'i.connector_id as connectorId',
	'i.organization_id as organizationId',
	'i.connection',
	'i.thanked_at as thankedAt',
	'i.told_at as toldAt',
	'i.connector_thanked_at as connectorThankedAt',
	'i.connector_told_at as connectorToldAt',
	'i.closed_at as closedAt',
	'i.closed_because as closedBecause',
	'i.changed_at as changedAt'
] as const;

/** Parses channel and closing reason of a row, texts in the database. */
export function asInterview<Read extends { channel: string; closedBecause: string | null }>(
	row: Read
) {
	return {
		...row,
		channel: channel.parse(row.channel),
		closedBecause: row.closedBecause === null ? null : closingReason.parse(row.closedBecause)
	};
}

function interviews({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>) {
	return db
		.selectFrom('interviews as i')
		.select(interviewColumns)
		.where('i.workspace_id', '=', workspaceId);
}

export async function interviewOf(scope: Scope, id: string) {
	const row = await interviews(scope).where('i.id', '=', id).executeTakeFirst();
	return row && asInterview(row);
}

/** One interview's own row. */
export type Interview = NonNullable<Awaited<ReturnType<typeof interviewOf>>>;

/** Most interviews read with one person [D]. */
const READ_WITH_ONE = 200;

const withPerson = preparedQuery((db, workspaceId, personId: string) =>
	interviews({ db, workspaceId })
		.where('i.person_id', '=', personId)
		.orderBy('i.wished_at', 'desc')
		.limit(READ_WITH_ONE)
);

/** All interviews with one person, closed ones too, the newest wish first. */
export async function interviewsWith(scope: Scope, personId: string): Promise<Interview[]> {
	return (await withPerson(scope, personId)).map(asInterview);
}
