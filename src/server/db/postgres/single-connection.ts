import type { Client, PoolClient } from 'pg';
import {
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type DatabaseConnection,
	type Dialect
} from 'kysely';
import { PostgresConnection } from './connection.ts';

/** Kysely dialect for PostgreSQL on one connection that its owner opens and ends. */
export function singlePostgres(client: Client): Dialect {
	// The additional method of a pooled client, `release`, is not used here.
	return onConnection(new PostgresConnection(client as PoolClient));
}

/**
 * Kysely dialect for PostgreSQL on a connection that is already acquired. Statements of one turn
 * are sent together; a transaction of Kysely would send them one after the other.
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
