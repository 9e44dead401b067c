import type { Socket } from 'node:net';
import type { PoolClient } from 'pg';
import {
	AbortedTransactionError,
	type CompiledQuery,
	type DatabaseConnection,
	type QueryResult,
	type TransactionSettings
} from 'kysely';
import { workspaceOfQuery } from '../query-workspaces.ts';
import { statementName } from './statement-names.ts';
import { translateError } from './errors.ts';

/** The role whose rights end at one workspace; policies are made for it (`policies.ts`). */
export const scopeRole = 'imago_scope';

/** rows fetched together where somebody walks through many */
const rowsAtOnce = 500;

/** The socket under a client, which pg does not document. */
interface Wire {
	connection: { stream: Socket };
}

/** What the server says it did, where there are no rows to say it. */
const changes: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE']);

/**
 * One connection. Before a statement of a workspace runs, the server is told which one, for this
 * transaction alone: `set local role` and the workspace, by which its policies decide. A statement that
 * stands alone gets a transaction of its own for that. Whatever can be asked together travels together
 * (pipeline mode: the server answers in the order it was asked, and leaves out what follows a failure in
 * a transaction), since each round trip is waited for while others work.
 */
export class PostgresConnection implements DatabaseConnection {
	readonly client: PoolClient;
	/** the server could not be told to forget a transaction: nobody else may get this connection */
	broken = false;
	/** words that go out with the next statement */
	#waiting = '';
	#open = false;
	/** whose rows the transaction may see; `undefined` is the instance */
	#bound: string | undefined;
	#writes = false;
	#isCoalescing = false;
	/** settles once everything asked so far is answered */
	#answered: Promise<unknown> = Promise.resolve();
	/** between the word that ends it and the server's answer nothing more may be asked */
	#isEnding = false;

	constructor(client: PoolClient) {
		this.client = client;
	}

	/** What is asked in the same turn of the event loop is written together: each write is a system call. */
	#coalesceWrites(): void {
		if (this.#isCoalescing) return;
		this.#isCoalescing = true;
		const { stream } = (this.client as unknown as Wire).connection;
		stream.cork();
		process.nextTick(() => {
			this.#isCoalescing = false;
			stream.uncork();
		});
	}

	begin({ isolationLevel, accessMode }: TransactionSettings): void {
		this.#writes = accessMode !== 'read only';
		const parts = ['begin'];
		if (isolationLevel) parts.push(`isolation level ${isolationLevel}`);
		if (accessMode) parts.push(accessMode);
		this.#waiting = `${parts.join(' ')};`;
		this.#open = true;
		this.#bound = undefined;
	}

	commit(): Promise<void> {
		return this.#over('commit');
	}

	rollback(): Promise<void> {
		return this.#over('rollback');
	}

	/** @param word nothing is asked between it and the answers to what came before */
	async #over(word: 'commit' | 'rollback'): Promise<void> {
		this.#isEnding = true;
		try {
			await this.#answered;
			const ended = this.#end(word);
			// What was only read is whole by now, whatever the server says to the end of it; whoever gets
			// this connection next is answered after that.
			if (this.#writes) await ended;
			else ended.catch(() => undefined);
		} finally {
			this.#isEnding = false;
		}
	}

	async #end(word: 'commit' | 'rollback'): Promise<void> {
		const unused = this.#waiting !== '';
		this.#waiting = '';
		this.#open = false;
		this.#bound = undefined;
		// A transaction in which nothing was asked never began.
		if (unused) return;
		this.#coalesceWrites();
		const { command } = await this.client.query(word);
		// The server answers a commit after a failed statement with a rollback, and no error.
		if (word === 'commit' && command !== 'COMMIT') throw new AbortedTransactionError();
	}

	/** Words by which the server knows whose statement comes next. */
	#binding(workspaceId: string | undefined): string {
		if (workspaceId === undefined) return 'set local role none;';
		const workspace = this.client.escapeLiteral(workspaceId);
		const bound = `set local role ${scopeRole};set local imago.workspace = ${workspace};`;
		if (!this.#writes) return bound;
		// One writer at a time in a workspace, as in a SQLite file: rules that look before they write
		// (three seats, one open request) hold across processes too (decision 0016).
		return `${bound}select pg_advisory_xact_lock(hashtextextended(${workspace}, 0));`;
	}

	async #run<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		const { sql: text, parameters } = query;
		const name = statementName(text);
		const { command, rowCount, rows } = await this.client.query({
			text,
			values: parameters as unknown[],
			...(name ? { name } : {})
		});
		return changes.has(command)
			? { rows: rows as Row[], numAffectedRows: BigInt(rowCount ?? 0) }
			: { rows: rows as Row[] };
	}

	/** Asks at once; where words fail that go before it, so does the statement, and the first is told. */
	async #inTransaction<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		const workspaceId = workspaceOfQuery(query);
		if (workspaceId !== this.#bound) {
			this.#waiting += this.#binding(workspaceId);
			this.#bound = workspaceId;
		}
		const words = this.#waiting;
		this.#waiting = '';
		const said = words === '' ? undefined : this.client.query(words);
		const [, result] = await Promise.all([said, this.#run<Row>(query)]);
		return result;
	}

	async #alone<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		if (workspaceOfQuery(query) === undefined) return this.#run<Row>(query);
		// Whoever only looks waits for no writer of the workspace.
		const isRead = query.query.kind === 'SelectQueryNode';
		this.begin(isRead ? { accessMode: 'read only' } : {});
		// A commit after a statement that failed rolls back.
		const [result] = await Promise.all([this.#inTransaction<Row>(query), this.#end('commit')]);
		return result;
	}

	async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		if (this.#isEnding) throw new Error('This transaction is over.');
		this.#coalesceWrites();
		const answer = (this.#open ? this.#inTransaction<Row>(query) : this.#alone<Row>(query)).catch(
			(error: unknown) => {
				throw translateError(error);
			}
		);
		this.#answered = Promise.allSettled([this.#answered, answer]).then(() => undefined);
		return answer;
	}

	/** Rows a few at a time, through a cursor; needs a transaction around it. */
	async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
		if (!this.#open) throw new Error('Rows are walked through inside a transaction only.');
		await this.executeQuery({ ...query, sql: `declare walk no scroll cursor for ${query.sql}` });
		try {
			for (;;) {
				const { rows } = await this.client.query(`fetch ${String(rowsAtOnce)} from walk`);
				if (rows.length === 0) break;
				yield { rows: rows as Row[] };
			}
		} finally {
			await this.client.query('close walk');
		}
	}
}
