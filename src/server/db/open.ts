import { DatabaseSync } from 'node:sqlite';
import { Kysely, type Transaction } from 'kysely';
import type { Client } from 'pg';
import { nodeSqlite } from './driver.ts';
import { migrate } from './migrate.ts';
import type { ConnectionSettings } from './connection-settings.ts';
import { ReaderPool } from './readers.ts';
import type { Tables } from './tables.ts';

/** Reads see what is committed; writes go one after the other, each in a transaction of its own. */
export interface Database {
	read: Kysely<Tables>;
	/**
	 * Several reads that belong together: they see one moment and share one connection, which nobody
	 * else has meanwhile. So the work awaits its queries and nothing else.
	 */
	reading<Result>(work: (db: Kysely<Tables>) => Promise<Result>): Promise<Result>;
	write<Result>(work: (tx: Transaction<Tables>) => Promise<Result>): Promise<Result>;
	/**
	 * A write that a crash may undo because its job begins again: it does not wait for the disk.
	 * The next `write` makes it durable with itself.
	 */
	stage<Result>(work: (tx: Transaction<Tables>) => Promise<Result>): Promise<Result>;
	/** for better-auth, which brings its own statements and no transaction */
	writer: Kysely<Tables>;
	/** the open file, where there is one */
	file: DatabaseSync | undefined;
	schemaVersion: string;
	place: ConnectionSettings;
	/**
	 * Where several processes may share the database: a connection beside the pool, for what is held
	 * as long as the process lives.
	 * @param name by which whoever looks after the server knows it
	 */
	connectAlone: ((name: string) => Promise<Client>) | undefined;
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
 * Operations that read side by side, each on a connection of its own [D]. SQLite answers at once, on
 * one thread: more of them would bring no answer sooner, and each has a cache.
 */
const mostReaders = 2;
/**
 * KiB of page cache. The writer's holds the indexes of 30,000 people; a reader's is emptied by every
 * write and is the system's to fill again.
 */
const cacheSize = { writer: 16_000, reader: 4_000 };

function openFile(path: string, role: keyof typeof cacheSize): DatabaseSync {
	const file = new DatabaseSync(path, { readOnly: role === 'reader', timeout: 5000 });
	file.exec('pragma foreign_keys = on; pragma synchronous = full; pragma temp_store = memory;');
	// Who asks to be forgotten must not be readable in the file's free pages.
	file.exec('pragma secure_delete = on;');
	file.exec(`pragma cache_size = -${String(cacheSize[role])};`);
	return file;
}

/**
 * Opens (or makes) the SQLite file and migrates it.
 * @param path of the file; its folder exists and is owned (see `folder.ts`)
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
		quiet: () =>
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
			writer.connection().execute(async (held) => {
				writerFile.exec('pragma synchronous = normal');
				try {
					return await held.transaction().execute(work);
				} finally {
					writerFile.exec('pragma synchronous = full');
				}
			}),
		file: writerFile,
		schemaVersion,
		place: { engine: 'sqlite', path },
		connectAlone: undefined,
		close: async () => {
			await readers.close();
			await read.destroy();
			// A handle closes only what was asked something; the last one to close takes the log away.
			if (readerFile.isOpen) readerFile.close();
			if (writerFile.isOpen) writerFile.exec('pragma optimize');
			await writer.destroy();
			if (writerFile.isOpen) writerFile.close();
		}
	};
}
