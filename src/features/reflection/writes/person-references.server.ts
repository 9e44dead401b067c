import { isCalled } from '#method/same-name.ts';
import type { PersonReferences } from '#server/person-references.ts';

/** References in the names that partners mentioned in talks. */
export const reflectionReferences: PersonReferences = {
	mentions: ({ db, workspaceId }) => [
		db
			.selectFrom('named_people')
			.select('person_id as id')
			.where('workspace_id', '=', workspaceId)
			.where('person_id', 'is not', null)
			.$asScalar()
	],
	erase: async (scope, { id }) => {
		await scope.db
			.deleteFrom('named_people')
			.where('workspace_id', '=', scope.workspaceId)
			.where('person_id', '=', id)
			.execute();
	},
	eraseNamed: async (scope, person) => {
		const rows = await scope.db
			.selectFrom('named_people')
			.select(['id', 'name'])
			.where('workspace_id', '=', scope.workspaceId)
			.where('person_id', 'is', null)
			.execute();
		const ids = rows.filter(({ name }) => isCalled(name, person)).map(({ id }) => id);
		if (ids.length === 0) return;
		await scope.db
			.deleteFrom('named_people')
			.where('workspace_id', '=', scope.workspaceId)
			.where('id', 'in', ids)
			.execute();
	}
};
