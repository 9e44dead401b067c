import type { Scope } from '#server/scope.server.ts';

/** Imports whose people are visible: committed and not undone. */
function visibleImports(scope: Scope) {
	return scope.db
		.selectFrom('imports')
		.select('imports.id')
		.where('imports.workspace_id', '=', scope.workspaceId)
		.where('imports.committed_at', 'is not', null)
		.where('imports.undone_at', 'is', null);
}

/**
 * Query of the visible people, on which all queries of people build: rows of an import are visible
 * once it is committed, until it is undone.
 */
export function visiblePeople(scope: Scope) {
	return scope.db
		.selectFrom('people')
		.where('people.workspace_id', '=', scope.workspaceId)
		.where((eb) =>
			eb.or([
				eb('people.import_id', 'is', null),
				eb('people.import_id', 'in', visibleImports(scope))
			])
		);
}
