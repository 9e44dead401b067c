import {
	Kysely,
	PostgresIntrospector,
	PostgresQueryCompiler,
	SqliteIntrospector,
	SqliteQueryCompiler,
	type CompiledQuery,
	type DatabaseConnection,
	type Transaction
} from 'kysely';
import type { Database } from '#server/db/open.ts';
import type { Engine } from '#server/db/connection-settings.ts';
import type { Tables } from '#server/db/tables.ts';

export interface Recorded {
	database: Database;
	/** executed statements in their order, as they were sent to the engine */
	statements: CompiledQuery[];
}

/** A handle that runs statements on another one and records each, also compiled ones. */
function recordingHandle(
	db: Kysely<Tables>,
	engine: Engine,
	statements: CompiledQuery[]
): Kysely<Tables> {
	const executor = db.getExecutor();
	const connection: DatabaseConnection = {
		executeQuery: (query) => {
			statements.push(query);
			return executor.executeQuery(query) as never;
		},
		streamQuery: () => {
			throw new Error('Nothing that is recorded streams.');
		}
	};
	const done = (): Promise<void> => Promise.resolve();
	const isServer = engine === 'postgres';
	return new Kysely<Tables>({
		dialect: {
			// The adapter tells which engine it is.
			createAdapter: () => executor.adapter,
			createDriver: () => ({
				init: done,
				acquireConnection: () => Promise.resolve(connection),
				beginTransaction: done,
				commitTransaction: done,
				rollbackTransaction: done,
				releaseConnection: done,
				destroy: done
			}),
			createIntrospector: (any) =>
				isServer ? new PostgresIntrospector(any) : new SqliteIntrospector(any),
			createQueryCompiler: () =>
				isServer ? new PostgresQueryCompiler() : new SqliteQueryCompiler()
		}
	});
}

/** Wraps a database so that every statement of an operation or a job is recorded. */
export function recorded(database: Database): Recorded {
	const statements: CompiledQuery[] = [];
	const record = (db: Kysely<Tables>) => recordingHandle(db, database.settings.engine, statements);
	return {
		statements,
		database: {
			...database,
			read: record(database.read),
			reading: (work) => database.reading((db) => work(record(db))),
			write: (work) => database.write((tx) => work(record(tx) as Transaction<Tables>)),
			stage: (work) => database.stage((tx) => work(record(tx) as Transaction<Tables>))
		}
	};
}
