import type { Scope } from '#server/scope.server.ts';

/**
 * People with a life of their own by now: an interview, an introduction, a question to them, a
 * meeting at an event, a name in a talk, or an edit. What brought them here no longer takes them
 * away.
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
				is('people.id', 'in', introduced),
				...mentions(scope).map((mentioned) => is('people.id', 'in', mentioned))
			])
		);
	return 'id' in among
		? people.where('people.id', '=', among.id).execute()
		: people.where('people.import_id', '=', among.importId).execute();
}

/** Where else a person may stand, as the ids of those who do. */
function mentions({ db, workspaceId }: Scope) {
	const connectors = db
		.selectFrom('introductions')
		.select('connector_id as id')
		.where('workspace_id', '=', workspaceId);
	const asked = db
		.selectFrom('asked_people')
		.select('person_id as id')
		.where('workspace_id', '=', workspaceId);
	const administrators = db
		.selectFrom('schools')
		.select('administrator_id as id')
		.where('workspace_id', '=', workspaceId)
		.where('administrator_id', 'is not', null);
	const linked = (['introductions', 'met_people', 'named_people'] as const).map((table) =>
		db
			.selectFrom(table as 'met_people')
			.select('person_id as id')
			.where('workspace_id', '=', workspaceId)
			.where('person_id', 'is not', null)
	);
	return [connectors, asked, administrators, ...linked];
}
