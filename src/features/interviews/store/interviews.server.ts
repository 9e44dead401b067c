import { remembered } from '#server/db/remembered.ts';
import type { Row } from '#server/db/tables.ts';
import type { Scope } from '#server/scope.server.ts';
import type { Channel } from '#method/channels.ts';
import type { InterviewFacts } from '#method/interview-facts.ts';
import { channel, closingReason } from '../shapes.ts';

/** One interview's own row. */
export interface Interview extends InterviewFacts {
	id: string;
	personId: string;
	themeId: string;
	channel: Channel;
	connectorId: string | null;
	organizationId: string | null;
	connection: string;
	wishedAt: string;
	askedAt: string | null;
	chasedAt: string | null;
	answeredAt: string | null;
	agreedAt: string | null;
	heldAt: string | null;
	thankedAt: string | null;
	toldAt: string | null;
	connectorThankedAt: string | null;
	connectorToldAt: string | null;
	closedAt: string | null;
	changedAt: string;
}

export type InterviewChanges = Partial<
	Omit<Row<'interviews'>, 'workspace_id' | 'id' | 'person_id'>
>;

/** Columns that every reader of an interview needs, under the alias `i`. */
export const interviewColumns = [
	'i.id',
	'i.person_id as personId',
	'i.theme_id as themeId',
	'i.channel',
	'i.connector_id as connectorId',
	'i.organization_id as organizationId',
	'i.connection',
	'i.wished_at as wishedAt',
	'i.asked_at as askedAt',
	'i.chased_at as chasedAt',
	'i.answered_at as answeredAt',
	'i.agreed_at as agreedAt',
	'i.held_at as heldAt',
	'i.thanked_at as thankedAt',
	'i.told_at as toldAt',
	'i.connector_thanked_at as connectorThankedAt',
	'i.connector_told_at as connectorToldAt',
	'i.closed_at as closedAt',
	'i.closed_because as closedBecause',
	'i.changed_at as changedAt'
] as const;

type Kept = Omit<Interview, 'channel' | 'closedBecause'> & {
	channel: string;
	closedBecause: string | null;
};

/** Gives a row its words: channel and reason are texts to the database. */
export function asInterview<Read extends Kept>(row: Read) {
	return {
		...row,
		channel: channel.parse(row.channel),
		closedBecause: row.closedBecause === null ? null : closingReason.parse(row.closedBecause)
	};
}

export async function interviewOf(scope: Scope, id: string): Promise<Interview | undefined> {
	const row = await scope.db
		.selectFrom('interviews as i')
		.select(interviewColumns)
		.where('i.workspace_id', '=', scope.workspaceId)
		.where('i.id', '=', id)
		.executeTakeFirst();
	return row && asInterview(row);
}

/** Interviews with one person that are read at most: nobody is asked so often [D]. */
const READ_WITH_ONE = 200;

const withPerson = remembered((db, workspaceId, personId: string) =>
	db
		.selectFrom('interviews as i')
		.select(interviewColumns)
		.where('i.workspace_id', '=', workspaceId)
		.where('i.person_id', '=', personId)
		.orderBy('i.wished_at', 'desc')
		.limit(READ_WITH_ONE)
);

/** Every interview with one person, closed ones too, the newest wish first. */
export async function interviewsWith(scope: Scope, personId: string): Promise<Interview[]> {
	return (await withPerson(scope, personId)).map(asInterview);
}

export async function addInterview(
	scope: Scope,
	interview: Pick<
		Interview,
		'id' | 'personId' | 'themeId' | 'channel' | 'connectorId' | 'organizationId' | 'connection'
	> & { now: string }
): Promise<void> {
	await scope.db
		.insertInto('interviews')
		.values({
			workspace_id: scope.workspaceId,
			id: interview.id,
			person_id: interview.personId,
			theme_id: interview.themeId,
			channel: interview.channel,
			connector_id: interview.connectorId,
			organization_id: interview.organizationId,
			connection: interview.connection,
			wished_at: interview.now,
			changed_at: interview.now
		})
		.execute();
}

export async function changeInterview(
	scope: Scope,
	id: string,
	changes: InterviewChanges
): Promise<void> {
	await scope.db
		.updateTable('interviews')
		.set(changes)
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}

/** Goals, sources and messages go with it. */
export async function removeInterview(scope: Scope, id: string): Promise<void> {
	await scope.db
		.deleteFrom('interviews')
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}
