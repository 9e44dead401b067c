import type { CompiledQuery, QueryId } from 'kysely';

/**
 * The workspace of each statement. SQLite does not use it; the PostgreSQL driver sets it on the
 * server before the statement runs, so that the row-level security policies enforce the same
 * workspace.
 */
const workspaces = new WeakMap<QueryId, string>();

/** Binds a statement to a workspace while it is built. */
export function bindQuery(queryId: QueryId, workspaceId: string): void {
	workspaces.set(queryId, workspaceId);
}

/**
 * Copies a compiled and checked statement, to be run once more for a workspace.
 * @param parameters in the order of the statement
 */
export function boundQuery<Row>(
	query: CompiledQuery<Row>,
	parameters: readonly unknown[],
	workspaceId: string
): CompiledQuery<Row> {
	const queryId: QueryId = { queryId: query.queryId.queryId };
	workspaces.set(queryId, workspaceId);
	return { ...query, queryId, parameters };
}

/** The workspace of a statement; none for a statement on tables of the instance. */
export function workspaceOfQuery(query: CompiledQuery): string | undefined {
	return workspaces.get(query.queryId);
}
