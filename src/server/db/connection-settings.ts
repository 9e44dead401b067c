import { PostgresAdapter, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Where a database is, for a thread of its own: an open one cannot be handed to it. */
export type ConnectionSettings =
	{ engine: 'sqlite'; path: string } | { engine: 'postgres'; url: string };
export type Engine = ConnectionSettings['engine'];

/** Which of the two engines answers a handle or a transaction; for the few statements that have two bodies. */
export function engineOf(db: Kysely<Tables>): Engine {
	return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
}
