import type { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A connection that only reads, with the handle that keeps its prepared statements. */
export interface Reader {
	file: DatabaseSync;
	db: Kysely<Tables>;
}

export interface ReaderPoolParts {
	/** connections at once; whoever comes then waits in turn */
	most: number;
	open(): Reader;
	/** copies the write-ahead log back; called while no snapshot keeps a part of it */
	quiet(): Promise<unknown>;
}

/** Milliseconds of unbroken reading after which newcomers wait until nobody reads [D]. */
const longestUnbroken = 1000;

/**
 * Connections for the reads of one operation each, which see one moment: SQLite keeps a snapshot for
 * a connection, so operations that overlap cannot share one. The connection used last is lent first;
 * mostly one serves everybody, and another is opened where operations do overlap.
 *
 * A snapshot keeps the log from being copied back whole. SQLite does so by itself at a write while
 * nobody reads; where somebody reads at every moment, such a moment is made.
 */
export class ReaderPool {
	readonly #parts: ReaderPoolParts;
	readonly #idle: Reader[] = [];
	readonly #waiting: (() => void)[] = [];
	#lent = 0;
	/** when somebody last began to read while nobody did */
	#readSince = 0;
	#isQuiet = false;
	#closed: PromiseWithResolvers<undefined> | undefined;

	constructor(parts: ReaderPoolParts) {
		this.#parts = parts;
	}

	/** The work's reads in one transaction, which never holds the writer back. */
	async reading<Result>(work: (db: Kysely<Tables>) => Promise<Result>): Promise<Result> {
		if (this.#closed) throw new Error('The database is closed.');
		await new Promise<void>((resolve) => {
			this.#waiting.push(resolve);
			this.#serve();
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
				if (reader) this.#takeBack(reader);
			} finally {
				this.#serve();
			}
		}
	}

	/** Lets those who wait read first; then closes every connection. */
	async close(): Promise<void> {
		this.#closed ??= Promise.withResolvers();
		this.#serve();
		await this.#closed.promise;
	}

	/** However the work ended, its snapshot ends here. */
	#takeBack(reader: Reader): void {
		this.#idle.push(reader);
		if (reader.file.isTransaction) reader.file.exec('rollback');
		if (this.#lent > 0 || !this.#isUnbroken()) return;
		this.#isQuiet = true;
		// A log that cannot be copied back now is copied back at another time; a full disk says so at a write.
		const over = (): void => {
			this.#isQuiet = false;
			this.#serve();
		};
		this.#parts.quiet().then(over, over);
	}

	#isUnbroken(): boolean {
		return performance.now() - this.#readSince > longestUnbroken;
	}

	#serve(): void {
		if (this.#isQuiet || (this.#lent > 0 && this.#isUnbroken())) return;
		if (this.#lent === 0) this.#readSince = performance.now();
		while (this.#lent < this.#parts.most && this.#waiting.length > 0) {
			this.#lent += 1;
			this.#waiting.shift()?.();
		}
		if (!this.#closed || this.#lent > 0) return;
		for (const { file } of this.#idle.splice(0)) file.close();
		this.#closed.resolve(undefined);
	}
}
