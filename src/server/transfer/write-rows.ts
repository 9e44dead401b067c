import { CompiledQuery, sql } from 'kysely';
import { boundQuery } from '../db/query-workspaces.ts';
import { engineOf } from '../db/connection-settings.ts';
import type { Scope } from '../scope.server.ts';
import { anyTable } from '../db/any-table.ts';
import type { Value } from './export-format.ts';
import { rowsByKey } from './rows-by-key.ts';
import type { ImportBatch } from './trial-import.ts';
import type { Table } from './schema.ts';

/**
 * SQL of inserts that the workspace guard has checked, by engine, table, columns and number of
 * rows.
 */
const compiled = new Map<string, string>();
const maxCompiled = 200;

/**
 * Writes a batch into the workspace of the scope. The compiled SQL is reused, because building it
 * costs as much as running it.
 */
export async function writeBatch(scope: Scope, batch: ImportBatch): Promise<void> {
	const { table, columns, rows } = batch;
	const cacheKey = `${engineOf(scope.db)} ${table} ${columns.join()} ${String(rows.length)}`;
	const known = compiled.get(cacheKey);
	const parameters = rows.flatMap((row) => [scope.workspaceId, ...row]);
	if (known) {
		const again = boundQuery(CompiledQuery.raw(known), parameters, scope.workspaceId);
		await scope.db.executeQuery(again);
		return;
	}
	const values = rows.map((row) => ({
		workspace_id: scope.workspaceId,
		...Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]))
	}));
	const query = anyTable<Value>(scope).insertInto(table).values(values).compile();
	if (compiled.size < maxCompiled) compiled.set(cacheKey, query.sql);
	await scope.db.executeQuery(query);
}

/**
 * Deletes the first rows of a table, in the order of its key.
 * @returns whether there may be more
 */
export async function clearStep(scope: Scope, table: Table, size: number): Promise<boolean> {
	const last = await rowsByKey(scope, table, table.key)
		.limit(1)
		.offset(size - 1)
		.executeTakeFirst();
	const all = anyTable<Value>(scope)
		.deleteFrom(table.name)
		.where('workspace_id', '=', scope.workspaceId);
	if (!last) {
		await all.execute();
		return false;
	}
	const names = sql.join(table.key.map((column) => sql.ref(column)));
	const values = sql.join(table.key.map((column) => last[column]));
	await all.where(sql<boolean>`(${names}) <= (${values})`).execute();
	return true;
}
