import { CompiledQuery } from 'kysely';
import { boundQuery } from '#server/db/query-workspaces.ts';
import { engineOf } from '#server/db/connection-settings.ts';
import type { Scope } from '#server/scope.server.ts';

/** Compiled SQL of batches that the workspace guard has checked, without their values. */
const compiled = new Map<string, string>();
const mostCompiled = 8;

/**
 * Inserts the rows of an import's batch. Compiling a query of hundreds of rows costs as much as writing
 * them, so the SQL of a batch size is compiled once and reused with new values. Every row must have the
 * same columns in the same order.
 * @throws Error for a row of another workspace, since the workspace guard checks only the first batch
 */
export async function insertMany(
	scope: Scope,
	table: 'people' | 'people_search',
	rows: readonly ({ workspace_id: string } & Record<string, string | null>)[]
): Promise<void> {
	const [first] = rows;
	if (!first) return;
	if (rows.some((row) => row.workspace_id !== scope.workspaceId)) {
		throw new Error(`A row for ${table} names another workspace.`);
	}
	const shape = `${engineOf(scope.db)} ${table} ${Object.keys(first).join()} ${String(rows.length)}`;
	const sqlText = compiled.get(shape);
	if (sqlText) {
		const parameters = rows.flatMap((row) => Object.values(row));
		const query = boundQuery(CompiledQuery.raw(sqlText), parameters, scope.workspaceId);
		await scope.db.executeQuery(query);
		return;
	}
	const query = scope.db
		.insertInto(table)
		.values(rows as never)
		.compile();
	if (compiled.size < mostCompiled) compiled.set(shape, query.sql);
	await scope.db.executeQuery(query);
}
