import type { Scope } from '#server/scope.server.ts';
import type { References } from './person-references.server.ts';

/**
 * People in use: referenced by a feature (an interview, an introduction, a name in a talk) or edited.
 * Undoing what added them does not delete them.
 * @param among one person, or all people of an import
 */
export function peopleInUse(
	scope: Scope,
	references: References,
	among: { id: string } | { importId: string }
) {
	const people = scope.db
		.selectFrom('people')
		.select(['people.id', 'people.name'])
		.where('people.workspace_id', '=', scope.workspaceId)
		.where((eb) =>
			eb.or([
				eb('people.changed_at', '>', eb.ref('people.added_at')),
				...references
					.flatMap(({ mentions }) => mentions?.(scope) ?? [])
					.map((mentioned) => eb('people.id', 'in', mentioned))
			])
		);
	return 'id' in among
		? people.where('people.id', '=', among.id).execute()
		: people.where('people.import_id', '=', among.importId).execute();
}
