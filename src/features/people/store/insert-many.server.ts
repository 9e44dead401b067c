import { CompiledQuery } from 'kysely';
import { boundQuery } from '#server/db/query-workspaces.ts';
import { engineOf } from '#server/db/connection-settings.ts';
import type { Scope } from '#server/scope.server.ts';

/** SQL of statements that the guard has checked; the rows of the first such batch are let go. */
const compiled = new Map<string, string>();
const mostKept = 8;

/**
 * Inserts the rows of an import's batch. Building and compiling hundreds of rows costs as much as
 * writing them, and nearly every batch is of one size: from the second such batch on only the
 * values are brought. Every row has the same columns in the same order.
 * @throws Error for a row of another workspace: the guard sees only the first batch
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
	const kept = compiled.get(shape);
	if (kept) {
		const parameters = rows.flatMap((row) => Object.values(row));
		const known = boundQuery(CompiledQuery.raw(kept), parameters, scope.workspaceId);
		await scope.db.executeQuery(known);
		return;
	}
	const query = scope.db
		.insertInto(table)
		.values(rows as never)
		.compile();
	if (compiled.size < mostKept) compiled.set(shape, query.sql);
	await scope.db.executeQuery(query);
}
