import type { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A read-only connection with its Kysely handle, which keeps prepared statements. */
export interface Reader {
	file: DatabaseSync;
	db: Kysely<Tables>;
}

export interface ReaderPoolParts {
	/** connections at once; further reads wait in their order */
	most: number;
	open(): Reader;
	/** checkpoints the write-ahead log; called while no snapshot is open */
	checkpoint(): Promise<unknown>;
}

/**
 * Milliseconds of uninterrupted reading after which new reads wait until no snapshot is open [D].
 */
const maxUninterruptedMillis = 1000;

/**
 * A pool of connections, each for the reads of one operation on one snapshot: in SQLite a snapshot
 * belongs to a connection, so overlapping operations cannot share one. The connection that was used
 * last is lent first; mostly one is enough, and another is opened where operations overlap.
 *
 * A snapshot prevents a complete checkpoint of the write-ahead log. SQLite makes one at a write
 * while nobody reads; where there is always a reader, this pool makes such a moment by pausing new
 * reads.
 */
export class ReaderPool {
	readonly #parts: ReaderPoolParts;
	readonly #idle: Reader[] = [];
	readonly #waiting: (() => void)[] = [];
	#lent = 0;
	/** when reading last began while there was no reader */
	#readingSince = 0;
	#isCheckpointing = false;
	#closed: PromiseWithResolvers<undefined> | undefined;

	constructor(parts: ReaderPoolParts) {
		this.#parts = parts;
	}

	/** Runs the reads of the work in one transaction, which never blocks the writer. */
	async reading<Result>(work: (db: Kysely<Tables>) => Promise<Result>): Promise<Result> {
		if (this.#closed) throw new Error('The database is closed.');
		await new Promise<void>((resolve) => {
			this.#waiting.push(resolve);
			this.#lendConnections();
		});
		let reader: Reader | undefined;
		try {
			reader = this.#idle.pop() ?? this.#parts.open();
			// The first read takes the snapshot.
			reader.file.exec('begin');
			return await work(reader.db);
		} finally {
			this.#lent -= 1;
			try {
				if (reader) this.#returnReader(reader);
			} finally {
				this.#lendConnections();
			}
		}
	}

	/** Serves the waiting reads, then closes every connection. */
	async close(): Promise<void> {
		this.#closed ??= Promise.withResolvers();
		this.#lendConnections();
		await this.#closed.promise;
	}

	/**
	 * Ends the snapshot of a connection, however the work ended, and starts a checkpoint when it is
	 * due.
	 */
	#returnReader(reader: Reader): void {
		this.#idle.push(reader);
		if (reader.file.isTransaction) reader.file.exec('rollback');
		if (this.#lent > 0 || !this.#needsCheckpoint()) return;
		this.#isCheckpointing = true;
		// A checkpoint that fails is repeated at another time; a full disk is reported by a write.
		const over = (): void => {
			this.#isCheckpointing = false;
			this.#lendConnections();
		};
		this.#parts.checkpoint().then(over, over);
	}

	#needsCheckpoint(): boolean {
		return performance.now() - this.#readingSince > maxUninterruptedMillis;
	}

	#lendConnections(): void {
		if (this.#isCheckpointing || (this.#lent > 0 && this.#needsCheckpoint())) return;
		if (this.#lent === 0) this.#readingSince = performance.now();
		while (this.#lent < this.#parts.most && this.#waiting.length > 0) {
			this.#lent += 1;
			this.#waiting.shift()?.();
		}
		if (!this.#closed || this.#lent > 0) return;
		for (const { file } of this.#idle.splice(0)) file.close();
		this.#closed.resolve(undefined);
	}
}
