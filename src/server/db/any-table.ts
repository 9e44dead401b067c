import type { Kysely } from 'kysely';
import type { Scope } from '../scope.server.ts';

/**
 * Tables whose names come from the schema, which no type of ours knows; the guard looks at statements on
 * them all the same.
 */
export function anyTable<Cell>({
	db
}: Pick<Scope, 'db'>): Kysely<Record<string, Record<string, Cell>>> {
	return db as unknown as Kysely<Record<string, Record<string, Cell>>>;
}
