import { DatabaseSync } from 'node:sqlite';
import { Kysely, type Transaction } from 'kysely';
import { nodeSqlite } from './driver.ts';
import { migrate } from './migrate.ts';
import { keepPlace, type Engine } from './place.ts';
import type { Tables } from './tables.ts';

/** Reads see what is committed; writes go one after the other, each in a transaction of its own. */
export interface Database {
	read: Kysely<Tables>;
	/** several reads that belong together: on PostgreSQL they see one moment and share one connection */
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
	engine: Engine;
	close(): Promise<void>;
}

/** SQLite below this has a bug that loses committed data (stack.md). */
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

function openFile(path: string, options: { readOnly: boolean }): DatabaseSync {
	const file = new DatabaseSync(path, { readOnly: options.readOnly, timeout: 5000 });
	file.exec('pragma foreign_keys = on; pragma synchronous = full; pragma temp_store = memory;');
	// Who asks to be forgotten must not be readable in the file's free pages.
	file.exec('pragma secure_delete = on;');
	// A page cache of 16 MiB holds the indexes of 30,000 people; the rest is the system's to keep.
	file.exec('pragma cache_size = -16000;');
	return file;
}

/**
 * Opens (or makes) the SQLite file and migrates it.
 * @param path of the file; its folder exists and is owned (see `folder.ts`)
 */
export function openDatabase(path: string): Database {
	refuseOldSqlite();
	const writerFile = openFile(path, { readOnly: false });
	writerFile.exec('pragma journal_mode = wal');
	const schemaVersion = migrate(writerFile);
	const readerFile = openFile(path, { readOnly: true });
	const writer = new Kysely<Tables>({ dialect: nodeSqlite(writerFile) });
	const read = new Kysely<Tables>({ dialect: nodeSqlite(readerFile) });
	keepPlace(writer, { engine: 'sqlite', path });
	keepPlace(read, { engine: 'sqlite', path });
	return {
		read,
		reading: (work) => work(read),
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
		engine: 'sqlite',
		close: async () => {
			await read.destroy();
			if (writerFile.isOpen) writerFile.exec('pragma optimize');
			await writer.destroy();
		}
	};
}
