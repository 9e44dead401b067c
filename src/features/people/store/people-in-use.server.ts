import type { Scope } from '#server/scope.server.ts';
import type { References } from './person-references.server.ts';

/**
 * People with a life of their own by now: used in a feature (an interview, an introduction, a name
 * in a talk) or edited. What brought them here no longer takes them away.
 * @param among one person, or everybody of an import
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
		.where((is) =>
			is.or([
				is('people.changed_at', '>', is.ref('people.added_at')),
				...references
					.flatMap(({ mentions }) => mentions?.(scope) ?? [])
					.map((mentioned) => is('people.id', 'in', mentioned))
			])
		);
	return 'id' in among
		? people.where('people.id', '=', among.id).execute()
		: people.where('people.import_id', '=', among.importId).execute();
}
