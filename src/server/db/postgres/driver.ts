import type { Pool, PoolClient } from 'pg';
import {
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type TransactionSettings
} from 'kysely';
import { PostgresConnection } from './connection.ts';
import { translateError } from './query-errors.ts';

/**
 * Narrows the type of a connection to the one that this driver creates.
 * @throws Error for a connection of another driver
 */
export function asPostgresConnection(connection: DatabaseConnection): PostgresConnection {
	if (connection instanceof PostgresConnection) return connection;
	throw new Error('This connection is of another driver.');
}

class PoolDriver implements Driver {
	readonly #pool: Pool;
	readonly #connections = new WeakMap<PoolClient, PostgresConnection>();

	constructor(pool: Pool) {
		this.#pool = pool;
	}

	init(): Promise<void> {
		return Promise.resolve();
	}

	async acquireConnection(): Promise<DatabaseConnection> {
		const client = await this.#pool.connect().catch((error: unknown) => {
			throw translateError(error);
		});
		const connection = this.#connections.get(client) ?? new PostgresConnection(client);
		this.#connections.set(client, connection);
		return connection;
	}

	beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
		asPostgresConnection(connection).begin(settings);
		return Promise.resolve();
	}
	async commitTransaction(connection: DatabaseConnection): Promise<void> {
		try {
			await asPostgresConnection(connection).commit();
		} catch (error) {
			throw translateError(error);
		}
	}
	async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		try {
			await asPostgresConnection(connection).rollback();
		} catch {
			// The server is gone, and the transaction with it; the original error is thrown.
			asPostgresConnection(connection).broken = true;
		}
	}
	releaseConnection(connection: DatabaseConnection): Promise<void> {
		const { client, broken } = asPostgresConnection(connection);
		client.release(broken);
		return Promise.resolve();
	}
	async destroy(): Promise<void> {
		await this.#pool.end();
	}
}

/** Kysely dialect for PostgreSQL on a pool of `pg`, with every statement bound to its workspace. */
export function pooledPostgres(pool: Pool): Dialect {
	return {
		createAdapter: () => new PostgresAdapter(),
		createDriver: () => new PoolDriver(pool),
		createIntrospector: (kysely) => new PostgresIntrospector(kysely),
		createQueryCompiler: () => new PostgresQueryCompiler()
	};
}
