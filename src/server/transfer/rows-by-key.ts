import { anyTable } from '../db/any-table.ts';
import type { Scope } from '../scope.server.ts';
import type { Value } from './export-format.ts';
import type { Table } from './schema.ts';

/** A row of any table, by the names of its columns. */
export type Row = Record<string, Value>;

/**
 * A query for the rows of one table of the workspace in the order of the primary key; texts sort
 * bytewise in both engines.
 */
export function rowsByKey(scope: Scope, { name, key }: Table, columns: readonly string[]) {
	const rows = anyTable<Value>(scope)
		.selectFrom(name)
		.select(columns)
		.where('workspace_id', '=', scope.workspaceId);
	return key.reduce((query, column) => query.orderBy(column), rows);
}
