import type { Scope } from '#server/scope.server.ts';

/** Imports whose people are here: committed and not undone. */
function visibleImports(scope: Scope) {
	return scope.db
		.selectFrom('imports')
		.select('imports.id')
		.where('imports.workspace_id', '=', scope.workspaceId)
		.where('imports.committed_at', 'is not', null)
		.where('imports.undone_at', 'is', null);
}

/**
 * The people who are here, where every statement that reads people starts: staged rows of an
 * import appear when it is committed and vanish when it is undone, all at once.
 */
export function visiblePeople(scope: Scope) {
	return scope.db
		.selectFrom('people')
		.where('people.workspace_id', '=', scope.workspaceId)
		.where((is) =>
			is.or([
				is('people.import_id', 'is', null),
				is('people.import_id', 'in', visibleImports(scope))
			])
		);
}
