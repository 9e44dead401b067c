import type { CompiledQuery, QueryId } from 'kysely';

/**
 * Which workspace a statement belongs to. SQLite has no use for it; PostgreSQL's driver tells the
 * server before the statement runs, so that the policies there hold it to the same workspace.
 */
const workspaces = new WeakMap<QueryId, string>();

/** Says of a statement that is being built that it belongs to a workspace. */
export function bindQuery(queryId: QueryId, workspaceId: string): void {
	workspaces.set(queryId, workspaceId);
}

/**
 * A statement that was built and checked before, to be run once more for a workspace.
 * @param parameters in the order of the statement's own
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

/** The workspace of a statement; none for one of the instance. */
export function workspaceOfQuery(query: CompiledQuery): string | undefined {
	return workspaces.get(query.queryId);
}
