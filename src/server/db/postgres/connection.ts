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
import { translateError } from './query-errors.ts';

/** The database role that is limited to one workspace by the policies (`policies.ts`). */
export const scopeRole = 'imago_scope';

/** rows of one fetch through a cursor */
const rowsAtOnce = 500;

/** The socket of a client, which pg does not document. */
interface Wire {
	connection: { stream: Socket };
}

/** Commands of which the server reports the number of changed rows. */
const changes: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE']);

/**
 * One connection, which limits statements to their workspace. Before a statement of a workspace
 * runs, `set local role` and `set local imago.workspace` are sent for the current transaction, by
 * which the policies decide; a statement outside a transaction gets one of its own. Statements are
 * sent without waiting for earlier answers (pipeline mode: the server answers in order, and after a
 * failure in a transaction skips the rest), since each round trip delays others.
 */
export class PostgresConnection implements DatabaseConnection {
	readonly client: PoolClient;
	/** whether a rollback failed: the connection must not be reused */
	broken = false;
	/** SQL that is sent together with the next statement */
	#pendingSql = '';
	#open = false;
	/** workspace that the transaction is limited to; `undefined` for the instance */
	#bound: string | undefined;
	#writes = false;
	#isCoalescing = false;
	/** settles once everything sent so far is answered */
	#answered: Promise<unknown> = Promise.resolve();
	/**
	 * set from `commit` or `rollback` until the server answers; no statement may be sent meanwhile
	 */
	#isEnding = false;

	constructor(client: PoolClient) {
		this.client = client;
	}

	/**
	 * Combines what is sent in one turn of the event loop into one write: each write is a system
	 * call.
	 */
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
		this.#pendingSql = `${parts.join(' ')};`;
		this.#open = true;
		this.#bound = undefined;
	}

	commit(): Promise<void> {
		return this.#finish('commit');
	}

	rollback(): Promise<void> {
		return this.#finish('rollback');
	}

	/** @param word the command, sent after everything before it is answered */
	async #finish(word: 'commit' | 'rollback'): Promise<void> {
		this.#isEnding = true;
		try {
			await this.#answered;
			const ended = this.#end(word);
			// The results of a read-only transaction are complete by now, so its end is not awaited; the
			// next user of this connection is answered after it.
			if (this.#writes) await ended;
			else ended.catch(() => undefined);
		} finally {
			this.#isEnding = false;
		}
	}

	async #end(word: 'commit' | 'rollback'): Promise<void> {
		const unused = this.#pendingSql !== '';
		this.#pendingSql = '';
		this.#open = false;
		this.#bound = undefined;
		// A transaction without a statement was never begun on the server.
		if (unused) return;
		this.#coalesceWrites();
		const { command } = await this.client.query(word);
		// The server answers a commit after a failed statement with a rollback, and without an error.
		if (word === 'commit' && command !== 'COMMIT') throw new AbortedTransactionError();
	}

	/** SQL that binds the following statements to a workspace or to the instance. */
	#binding(workspaceId: string | undefined): string {
		if (workspaceId === undefined) return 'set local role none;';
		const workspace = this.client.escapeLiteral(workspaceId);
		const bound = `set local role ${scopeRole};set local imago.workspace = ${workspace};`;
		if (!this.#writes) return bound;
		// One writer at a time in a workspace, as in a SQLite file, so that rules that read before they
		// write (three seats, one open request) hold across processes too (decision 0016).
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

	/**
	 * Sends a statement in the open transaction. If the SQL before it fails, the statement fails too,
	 * and the first error is thrown.
	 */
	async #inTransaction<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		const workspaceId = workspaceOfQuery(query);
		if (workspaceId !== this.#bound) {
			this.#pendingSql += this.#binding(workspaceId);
			this.#bound = workspaceId;
		}
		const pendingSql = this.#pendingSql;
		this.#pendingSql = '';
		const preamble = pendingSql === '' ? undefined : this.client.query(pendingSql);
		const [, result] = await Promise.all([preamble, this.#run<Row>(query)]);
		return result;
	}

	async #inOwnTransaction<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		if (workspaceOfQuery(query) === undefined) return this.#run<Row>(query);
		// A read must not wait for a writer of the workspace.
		const isRead = query.query.kind === 'SelectQueryNode';
		this.begin(isRead ? { accessMode: 'read only' } : {});
		// The commit after a failed statement rolls back.
		const [result] = await Promise.all([this.#inTransaction<Row>(query), this.#end('commit')]);
		return result;
	}

	async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		if (this.#isEnding) throw new Error('This transaction is over.');
		this.#coalesceWrites();
		const answer = (
			this.#open ? this.#inTransaction<Row>(query) : this.#inOwnTransaction<Row>(query)
		).catch((error: unknown) => {
			throw translateError(error);
		});
		this.#answered = Promise.allSettled([this.#answered, answer]).then(() => undefined);
		return answer;
	}

	/** Streams rows through a cursor; needs an open transaction. */
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
