import type { Scope } from '#server/scope.server.ts';

/**
 * People with a life of their own by now: an interview, someone they introduced, or an edit. What
 * brought them here no longer takes them away.
 * @param among one person, or everybody of an import
 */
export function livedPeople(scope: Scope, among: { id: string } | { importId: string }) {
	const interviews = scope.db
		.selectFrom('interviews')
		.where('interviews.workspace_id', '=', scope.workspaceId);
	const introduced = interviews
		.where('interviews.connector_id', 'is not', null)
		.select('interviews.connector_id');
	const people = scope.db
		.selectFrom('people')
		.select(['people.id', 'people.name'])
		.where('people.workspace_id', '=', scope.workspaceId)
		.where((is) =>
			is.or([
				is('people.changed_at', '>', is.ref('people.added_at')),
				is('people.id', 'in', interviews.select('interviews.person_id')),
				is('people.id', 'in', introduced)
			])
		);
	return 'id' in among
		? people.where('people.id', '=', among.id).execute()
		: people.where('people.import_id', '=', among.importId).execute();
}
