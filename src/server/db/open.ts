import { DatabaseSync } from 'node:sqlite';
import { Kysely, type Transaction } from 'kysely';
import type { Client } from 'pg';
import { nodeSqlite } from './driver.ts';
import { migrate } from './migrate.ts';
import type { ConnectionSettings } from './connection-settings.ts';
import { ReaderPool } from './reader-pool.ts';
import type { Tables } from './tables.ts';

/**
 * An open database. Reads see committed data; writes run one after the other, each in a transaction
 * of its own.
 */
export interface Database {
	read: Kysely<Tables>;
	/**
	 * Runs several reads on one snapshot and one connection, which nobody else uses meanwhile. So the
	 * work must await its queries and nothing else.
	 */
	reading<Result>(work: (db: Kysely<Tables>) => Promise<Result>): Promise<Result>;
	write<Result>(work: (tx: Transaction<Tables>) => Promise<Result>): Promise<Result>;
	/**
	 * Runs a write that a crash may lose, because its job would start again: it does not wait for the
	 * disk. The next `write` makes it durable.
	 */
	stage<Result>(work: (tx: Transaction<Tables>) => Promise<Result>): Promise<Result>;
	/** for better-auth, which issues its own statements without a transaction */
	writer: Kysely<Tables>;
	/** the open SQLite file; none on PostgreSQL */
	file: DatabaseSync | undefined;
	schemaVersion: string;
	settings: ConnectionSettings;
	/**
	 * Opens a connection outside the pool, for what is held while the process lives; only on
	 * PostgreSQL, where several processes may share the database.
	 * @param name application name of the connection, for the administrator of the server
	 */
	connectDedicated: ((name: string) => Promise<Client>) | undefined;
	close(): Promise<void>;
}

/** SQLite below this has a bug that loses committed data (sqlite.org/wal.html#walresetbug). */
const oldestSqlite = [3, 51, 3] as const;

function refuseOldSqlite(): void {
	const parts = (process.versions.sqlite ?? '0').split('.').map(Number);
	for (const [index, least] of oldestSqlite.entries()) {
		const part = parts[index] ?? 0;
		if (part > least) return;
		if (part < least) {
			throw new Error(
				`SQLite ${process.versions.sqlite ?? ''} can lose data; Imago needs ${oldestSqlite.join('.')}.`
			);
		}
	}
}

/**
 * Read connections for operations that overlap [D]. SQLite is synchronous, on one thread: more of
 * them would not answer sooner, and each has a cache.
 */
const mostReaders = 2;
/**
 * Page cache of a connection in KiB. The writer's holds the indexes of 30,000 people; a reader's is
 * invalidated by every write, and the cache of the system serves it.
 */
const cacheSize = { writer: 16_000, reader: 4_000 };

function openFile(path: string, role: keyof typeof cacheSize): DatabaseSync {
	const file = new DatabaseSync(path, { readOnly: role === 'reader', timeout: 5000 });
	file.exec('pragma foreign_keys = on; pragma synchronous = full; pragma temp_store = memory;');
	// Erased data must not be readable in free pages of the file.
	file.exec('pragma secure_delete = on;');
	file.exec(`pragma cache_size = -${String(cacheSize[role])};`);
	return file;
}

/**
 * Opens or creates the SQLite file and migrates it.
 * @param path of the file, in a data folder that is locked (see `data-folder.ts`)
 */
export function openDatabase(path: string): Database {
	refuseOldSqlite();
	const writerFile = openFile(path, 'writer');
	writerFile.exec('pragma journal_mode = wal');
	const schemaVersion = migrate(writerFile);
	const handleOn = (file: DatabaseSync) => new Kysely<Tables>({ dialect: nodeSqlite(file) });
	const writer = handleOn(writerFile);
	const readerFile = openFile(path, 'reader');
	const read = handleOn(readerFile);
	const readers = new ReaderPool({
		most: mostReaders,
		open: () => {
			const file = openFile(path, 'reader');
			return { file, db: handleOn(file) };
		},
		checkpoint: () =>
			writer.connection().execute(() => {
				writerFile.exec('pragma wal_checkpoint');
				return Promise.resolve();
			})
	});
	return {
		read,
		reading: (work) => readers.reading(work),
		writer,
		write: (work) => writer.transaction().execute(work),
		stage: (work) =>
			writer.connection().execute(async (connection) => {
				writerFile.exec('pragma synchronous = normal');
				try {
					return await connection.transaction().execute(work);
				} finally {
					writerFile.exec('pragma synchronous = full');
				}
			}),
		file: writerFile,
		schemaVersion,
		settings: { engine: 'sqlite', path },
		connectDedicated: undefined,
		close: async () => {
			await readers.close();
			await read.destroy();
			// A handle that ran no statement does not close its file; the last connection to close
			// removes the write-ahead log.
			if (readerFile.isOpen) readerFile.close();
			if (writerFile.isOpen) writerFile.exec('pragma optimize');
			await writer.destroy();
			if (writerFile.isOpen) writerFile.close();
		}
	};
}
