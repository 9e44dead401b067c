import type { CompiledQuery } from 'kysely';
import type { Scope } from '#server/scope.server.ts';

/** Statements as they were compiled, and checked by the guard, the first time. */
const compiled = new Map<string, CompiledQuery>();
const mostKept = 8;

/**
 * Inserts the rows of an import's batch. Building and compiling hundreds of rows costs as much as
 * writing them, and nearly every batch is of one size: from the second such batch on only the
 * values are brought. Every row names its workspace and the same columns in the same order.
 */
export async function insertMany(
	scope: Scope,
	table: 'people' | 'people_search',
	rows: readonly ({ workspace_id: string } & Record<string, string | null>)[]
): Promise<void> {
	const [first] = rows;
	if (!first) return;
	const shape = `${table} ${Object.keys(first).join()} ${String(rows.length)}`;
	const kept = compiled.get(shape);
	if (kept) {
		const parameters = rows.flatMap((row) => Object.values(row));
		await scope.db.executeQuery({ ...kept, parameters });
		return;
	}
	const query = scope.db
		.insertInto(table)
		.values(rows as never)
		.compile();
	if (compiled.size < mostKept) compiled.set(shape, query);
	await scope.db.executeQuery(query);
}
