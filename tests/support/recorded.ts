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
	/** what was asked, in order, as the engine was told it */
	statements: CompiledQuery[];
}

/** A handle that asks another one, and notes each statement: also those that were compiled before. */
function noting(db: Kysely<Tables>, engine: Engine, statements: CompiledQuery[]): Kysely<Tables> {
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
			// It carries where the database is.
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

/** The database itself, with every statement noted that an operation or a job asks it. */
export function recorded(database: Database): Recorded {
	const statements: CompiledQuery[] = [];
	const note = (db: Kysely<Tables>) => noting(db, database.settings.engine, statements);
	return {
		statements,
		database: {
			...database,
			read: note(database.read),
			reading: (work) => database.reading((db) => work(note(db))),
			write: (work) => database.write((tx) => work(note(tx) as Transaction<Tables>)),
			stage: (work) => database.stage((tx) => work(note(tx) as Transaction<Tables>))
		}
	};
}
