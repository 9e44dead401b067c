import type { Insertable, Updateable } from 'kysely';
import type { Scope } from '../scope.server.ts';
import { anyTable } from './any-table.ts';
import type { Row, Tables } from './tables.ts';

/** Tables of which each row has an id and belongs to a workspace. */
type Owned = {
	[Name in keyof Tables]: Row<Name> extends { workspace_id: string; id: string } ? Name : never;
}[keyof Tables];

/** A row that was found and is written back keeps these. */
const fixed: ReadonlySet<string> = new Set(['id', 'workspace_id']);

/**
 * The statements that say no more than which row it is: finding, adding, changing and removing it. A
 * store calls them after what its table holds. What is about several rows, or puts one in the place of
 * another, is a statement of its own.
 */
export function crud<Name extends Owned>(table: Name) {
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
			// A row that was found and is written back keeps its id and its workspace.
			const columns = Object.entries(changes).filter(([name]) => !fixed.has(name));
			await rowsOf(scope)
				.updateTable(name)
				.set(Object.fromEntries(columns))
				.where('workspace_id', '=', scope.workspaceId)
				.where('id', '=', id)
				.execute();
		},
		/** @returns how many went: one or none */
		remove: async (scope: Scope, id: string): Promise<number> => {
			const gone = await rowsOf(scope)
				.deleteFrom(name)
				.where('workspace_id', '=', scope.workspaceId)
				.where('id', '=', id)
				.executeTakeFirst();
			return Number(gone.numDeletedRows);
		}
	};
}
