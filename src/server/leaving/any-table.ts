import type { Kysely } from 'kysely';
import type { Scope } from '../scope.server.ts';
import type { Value } from './format.ts';
import type { Table } from './schema.ts';

/** A row of any table, by the names of its columns. */
export type Row = Record<string, Value>;

/** The names come from the schema, which no type of ours knows; the guard looks at them all the same. */
export function anyTable({ db }: Pick<Scope, 'db'>): Kysely<Record<string, Row>> {
	return db as unknown as Kysely<Record<string, Row>>;
}

/** The workspace's rows of one table by its key; texts sort bytewise in both engines. */
export function rowsByKey(scope: Scope, { name, key }: Table, columns: readonly string[]) {
	const rows = anyTable(scope)
		.selectFrom(name)
		.select(columns)
		.where('workspace_id', '=', scope.workspaceId);
	return key.reduce((query, column) => query.orderBy(column), rows);
}
