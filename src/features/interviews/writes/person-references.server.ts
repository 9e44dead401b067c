import { containsName, namePatterns } from '#method/name-redaction.ts';
import { stageNames, stageOf } from '#method/stage.ts';
import { MOST_RELATED } from '#features/people/rules/limits.ts';
import type { PersonReferences, ReferencedPerson } from '#server/person-references.ts';
import type { Scope } from '#server/scope.server.ts';
import { asInterview, interviewColumns } from '../store/interviews.server.ts';

/**
 * Interviews introduced by a person, or whose connection sentence names them.
 * @returns each with the names that its texts may use for the person
 */
export async function interviewsThrough(
	scope: Scope,
	person: Pick<ReferencedPerson, 'id' | 'name'>
): Promise<{ id: string; says: boolean; names: RegExp[] }[]> {
	const rows = await scope.db
		.selectFrom('interviews as i')
		.innerJoin('people as p', (join) =>
			join.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.person_id')
		)
		.select(['i.id', 'i.connection', 'i.connector_id as connectorId', 'p.name as partner'])
		.where('i.workspace_id', '=', scope.workspaceId)
		.where((eb) =>
			eb.or([
				eb('i.connector_id', '=', person.id),
				eb.and([eb('i.connector_id', 'is', null), eb('i.connection', '!=', '')])
			])
		)
		.execute();
	return rows.flatMap(({ id, connection, connectorId, partner }) => {
		// Without a link only the full name identifies them.
		const names = connectorId ? namePatterns(person.name, partner) : namePatterns(person.name);
		const says = containsName(connection, names);
		return connectorId || says ? [{ id, says, names }] : [];
	});
}

/**
 * Removes a connector from interviews: the link and the sentence naming them go, the interview
 * stays. Interviews through other connectors are unchanged.
 */
async function eraseConnector(scope: Scope, person: ReferencedPerson): Promise<void> {
	for (const { id, says } of await interviewsThrough(scope, person)) {
		await scope.db
			.updateTable('interviews')
			.set({ connector_id: null, ...(says ? { connection: '' } : {}) })
			.where('workspace_id', '=', scope.workspaceId)
			.where('id', '=', id)
			.execute();
	}
}

/** Interviews with the person are deleted with their content; introductions they made stay. */
export const interviewReferences: PersonReferences = {
	count: async (scope, { id }) => {
		const { interviews } = await scope.db
			.selectFrom('interviews')
			.select((eb) => eb.fn.countAll<number>().as('interviews'))
			.where('workspace_id', '=', scope.workspaceId)
			.where('person_id', '=', id)
			.executeTakeFirstOrThrow();
		return { interviews };
	},
	related: async (scope, { id }) => {
		const rows = await scope.db
			.selectFrom('interviews as i')
			.innerJoin('themes as t', (join) =>
				join.onRef('t.workspace_id', '=', 'i.workspace_id').onRef('t.id', '=', 'i.theme_id')
			)
			.select([...interviewColumns, 't.title'])
			.where('i.workspace_id', '=', scope.workspaceId)
			.where('i.person_id', '=', id)
			.orderBy('i.wished_at', 'desc')
			.limit(MOST_RELATED)
			.execute();
		return rows.map((row) => ({
			kind: 'interview',
			id: row.id,
			title: row.title,
			stage: stageNames[stageOf(asInterview(row))],
			at: row.wishedAt
		}));
	},
	mentions: ({ db, workspaceId }) => {
		const interviews = db
			.selectFrom('interviews')
			.where('interviews.workspace_id', '=', workspaceId);
		return [
			interviews.select('interviews.person_id as id').$asScalar(),
			interviews
				.where('interviews.connector_id', 'is not', null)
				.select('interviews.connector_id as id')
				.$asScalar()
		];
	},
	erase: async (scope, { id }) => {
		await scope.db
			.deleteFrom('interviews')
			.where('workspace_id', '=', scope.workspaceId)
			.where('person_id', '=', id)
			.execute();
	},
	eraseNamed: eraseConnector
};
