import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
	CompiledQuery,
	SqliteAdapter,
	SqliteIntrospector,
	SqliteQueryCompiler,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type QueryResult
} from 'kysely';

/**
 * Prepared statements that are kept: `prepare` costs more than most queries, and the statements of
 * the stores are few and repeat.
 */
const maxPrepared = 500;

interface Prepared {
	statement: StatementSync;
	/** whether it returns rows; asking the statement each time costs more than a small read */
	hasRows: boolean;
}

class Connection implements DatabaseConnection {
	readonly database: DatabaseSync;
	readonly #statements = new Map<string, Prepared>();

	constructor(database: DatabaseSync) {
		this.database = database;
	}

	#prepare(sql: string): Prepared {
		const existing = this.#statements.get(sql);
		if (existing) return existing;
		if (this.#statements.size >= maxPrepared) {
			const oldest = this.#statements.keys().next();
			if (!oldest.done) this.#statements.delete(oldest.value);
		}
		const statement = this.database.prepare(sql);
		const prepared = { statement, hasRows: statement.columns().length > 0 };
		this.#statements.set(sql, prepared);
		return prepared;
	}

	executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		try {
			const { statement, hasRows } = this.#prepare(query.sql);
			const parameters = query.parameters as SQLInputValue[];
			// A statement without columns returns no rows; `run` returns the number of changed rows.
			if (hasRows) {
				return Promise.resolve({ rows: statement.all(...parameters) as Row[] });
			}
			const { changes } = statement.run(...parameters);
			return Promise.resolve({ rows: [], numAffectedRows: BigInt(changes) });
		} catch (error) {
			return Promise.reject(error instanceof Error ? error : new Error(String(error)));
		}
	}

	async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
		const statement = this.database.prepare(query.sql);
		for (const row of statement.iterate(...(query.parameters as SQLInputValue[]))) {
			yield await Promise.resolve({ rows: [row as Row] });
		}
	}
}

/**
 * One connection that its users acquire one after the other. `node:sqlite` is synchronous, so it is
 * held for microseconds by a read and for one transaction by a write.
 */
class QueueDriver implements Driver {
	readonly #connection: Connection;
	#tail: Promise<void> = Promise.resolve();
	#release = new WeakMap<DatabaseConnection, () => void>();

	constructor(database: DatabaseSync) {
		this.#connection = new Connection(database);
	}

	init(): Promise<void> {
		return Promise.resolve();
	}

	async acquireConnection(): Promise<DatabaseConnection> {
		const before = this.#tail;
		const { promise, resolve } = Promise.withResolvers<undefined>();
		this.#tail = promise;
		await before;
		this.#release.set(this.#connection, () => {
			resolve(undefined);
		});
		return this.#connection;
	}

	async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}
	async commitTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('commit'));
	}
	async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		// A full disk or a failed fsync has already rolled back.
		if (this.#connection.database.isTransaction) {
			await connection.executeQuery(CompiledQuery.raw('rollback'));
		}
	}
	releaseConnection(connection: DatabaseConnection): Promise<void> {
		this.#release.get(connection)?.();
		return Promise.resolve();
	}
	destroy(): Promise<void> {
		if (this.#connection.database.isOpen) this.#connection.database.close();
		return Promise.resolve();
	}
}

/** Kysely dialect for SQLite on `node:sqlite`. */
export function nodeSqlite(database: DatabaseSync): Dialect {
	return {
		createAdapter: () => new SqliteAdapter(),
		createDriver: () => new QueueDriver(database),
		createIntrospector: (kysely) => new SqliteIntrospector(kysely),
		createQueryCompiler: () => new SqliteQueryCompiler()
	};
}
