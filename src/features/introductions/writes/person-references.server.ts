import { isCalled } from '#method/same-name.ts';
import { MOST_RELATED } from '#features/people/rules/limits.ts';
import type { PersonReferences, ReferencedPerson } from '#server/person-references.ts';
import type { Scope } from '#server/scope.server.ts';
import { introductionStage, introductionStageNames } from '../rules/stage.ts';
import { introductionsWith } from '../store/introductions.server.ts';

/** Tables whose rows are deleted with a person, and the column that refers to the person. */
const own = [
	['request_recipients', 'person_id'],
	['introductions', 'connector_id'],
	['introductions', 'person_id'],
	['met_people', 'person_id']
] as const;

/** Tables in which a person may occur by name only, without a reference. */
const byName = ['introductions', 'met_people'] as const;

/** Rows with the same name and no reference to a person; they are erased with a person who is forgotten. */
async function namedAlike(scope: Scope, table: (typeof byName)[number], person: ReferencedPerson) {
	const rows = await scope.db
		.selectFrom(table as 'met_people')
		.select(['id', 'name'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('person_id', 'is', null)
		.execute();
	return rows.filter(({ name }) => isCalled(name, person)).map(({ id }) => id);
}

/** References of this feature to a person: asked, introduced, met, administrator of a school. */
export const introductionReferences: PersonReferences = {
	count: async (scope, person) => {
		const { count } = await scope.db
			.selectFrom('introductions')
			.select((eb) => eb.fn.countAll<number>().as('count'))
			.where('workspace_id', '=', scope.workspaceId)
			.where((eb) => eb.or([eb('connector_id', '=', person.id), eb('person_id', '=', person.id)]))
			.executeTakeFirstOrThrow();
		return { introductions: count + (await namedAlike(scope, 'introductions', person)).length };
	},
	related: async (scope, { id }) =>
		(await introductionsWith(scope, id, MOST_RELATED)).map((row) => ({
			kind: 'introduction',
			id: row.id,
			title:
				row.connectorId === id
					? `Introduction to ${row.name}`
					: `Introduction by ${row.connectorName}`,
			stage: introductionStageNames[introductionStage(row)],
			at: row.offeredAt
		})),
	mentions: ({ db, workspaceId }) =>
		[...own, ['schools', 'administrator_id'] as const].map(([table, column]) =>
			db
				.selectFrom(table as 'met_people')
				.select(`${column as 'person_id'} as id`)
				.where('workspace_id', '=', workspaceId)
				.where(column as 'person_id', 'is not', null)
				.$asScalar()
		),
	erase: async (scope, { id }) => {
		for (const [table, column] of own) {
			await scope.db
				.deleteFrom(table)
				.where('workspace_id', '=', scope.workspaceId)
				.where(column, '=', id)
				.execute();
		}
		await scope.db
			.updateTable('schools')
			.set({ administrator_id: null })
			.where('workspace_id', '=', scope.workspaceId)
			.where('administrator_id', '=', id)
			.execute();
	},
	eraseNamed: async (scope, person) => {
		for (const table of byName) {
			const ids = await namedAlike(scope, table, person);
			if (ids.length === 0) continue;
			await scope.db
				.deleteFrom(table as 'met_people')
				.where('workspace_id', '=', scope.workspaceId)
				.where('id', 'in', ids)
				.execute();
		}
	}
};
