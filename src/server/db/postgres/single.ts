import type { Client, PoolClient } from 'pg';
import {
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type DatabaseConnection,
	type Dialect
} from 'kysely';
import { PostgresConnection } from './connection.ts';

/** Kysely's PostgreSQL grammar over one connection that its owner opens and ends. */
export function singlePostgres(client: Client): Dialect {
	// What a pool's connection has beyond this one, giving it back, nobody does here.
	return onConnection(new PostgresConnection(client as PoolClient));
}

/**
 * Kysely's PostgreSQL grammar over a connection that somebody holds. Statements that are asked together
 * are sent together; a transaction of Kysely's own would ask one after the other.
 */
export function onConnection(only: PostgresConnection): Dialect {
	return {
		createAdapter: () => new PostgresAdapter(),
		createDriver: () => ({
			init: () => Promise.resolve(),
			acquireConnection: (): Promise<DatabaseConnection> => Promise.resolve(only),
			beginTransaction: (_, settings) => {
				only.begin(settings);
				return Promise.resolve();
			},
			commitTransaction: () => only.commit(),
			rollbackTransaction: () => only.rollback(),
			releaseConnection: () => Promise.resolve(),
			destroy: () => Promise.resolve()
		}),
		createIntrospector: (kysely) => new PostgresIntrospector(kysely),
		createQueryCompiler: () => new PostgresQueryCompiler()
	};
}
