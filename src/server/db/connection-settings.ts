import { PostgresAdapter, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * How to connect to a database; for a worker thread, which cannot use the connection of another
 * thread.
 */
export type ConnectionSettings =
	{ engine: 'sqlite'; path: string } | { engine: 'postgres'; url: string };
export type Engine = ConnectionSettings['engine'];

/**
 * The engine of a handle or a transaction; for the few statements that differ between the engines.
 */
export function engineOf(db: Kysely<Tables>): Engine {
	return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
}
