import type { Kysely } from 'kysely';
import type { Scope } from '../scope.server.ts';

/**
 * A query builder for tables whose names come from the schema and are unknown to the types. The
 * workspace guard checks the statements all the same.
 */
export function anyTable<Cell>({
	db
}: Pick<Scope, 'db'>): Kysely<Record<string, Record<string, Cell>>> {
	return db as unknown as Kysely<Record<string, Record<string, Cell>>>;
}
