import type { Insertable, Updateable } from 'kysely';
import type { Scope } from '../scope.server.ts';
import { anyTable } from './any-table.ts';
import type { Row, Tables } from './tables.ts';

/** Tables whose rows have an id and a workspace. */
type WorkspaceTable = {
	[Name in keyof Tables]: Row<Name> extends { workspace_id: string; id: string } ? Name : never;
}[keyof Tables];

/** Columns that `change` never changes. */
const immutable: ReadonlySet<string> = new Set(['id', 'workspace_id']);

/**
 * The statements that only identify one row: finding, adding, changing and removing it. A store
 * destructures and renames them. What concerns several rows, or replaces one by another, is a
 * statement of its own in the store.
 */
export function crud<Name extends WorkspaceTable>(table: Name) {
	const name: string = table;
	const rowsOf = (scope: Scope) => anyTable<unknown>(scope);
	return {
		find: async (scope: Scope, id: string): Promise<Row<Name> | undefined> => {
			const row: unknown = await rowsOf(scope)
				.selectFrom(name)
				.selectAll()
				.where('workspace_id', '=', scope.workspaceId)
				.where('id', '=', id)
				.executeTakeFirst();
			return row as Row<Name> | undefined;
		},
		add: async (
			scope: Scope,
			row: Omit<Insertable<Tables[Name]>, 'workspace_id'>
		): Promise<void> => {
			const values = { ...row, workspace_id: scope.workspaceId };
			await rowsOf(scope).insertInto(name).values(values).execute();
		},
		change: async (
			scope: Scope,
			id: string,
			changes: Omit<Updateable<Tables[Name]>, 'workspace_id' | 'id'>
		): Promise<void> => {
			// A row that was read and is written back keeps its id and its workspace.
			const columns = Object.entries(changes).filter(([name]) => !immutable.has(name));
			await rowsOf(scope)
				.updateTable(name)
				.set(Object.fromEntries(columns))
				.where('workspace_id', '=', scope.workspaceId)
				.where('id', '=', id)
				.execute();
		},
		/** @returns number of deleted rows, one or none */
		remove: async (scope: Scope, id: string): Promise<number> => {
			const result = await rowsOf(scope)
				.deleteFrom(name)
				.where('workspace_id', '=', scope.workspaceId)
				.where('id', '=', id)
				.executeTakeFirst();
			return Number(result.numDeletedRows);
		}
	};
}
