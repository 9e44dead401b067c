import type { PoolClient } from 'pg';
import {
	AbortedTransactionError,
	type CompiledQuery,
	type DatabaseConnection,
	type QueryResult,
	type TransactionSettings
} from 'kysely';
import { workspaceOfQuery } from '../bindings.ts';
import { statementName } from './statement-names.ts';
import { trouble } from './trouble.ts';

/** The role whose rights end at one workspace; policies are made for it (`policies.ts`). */
export const scopeRole = 'imago_scope';

/** rows fetched together where somebody walks through many */
const rowsAtOnce = 500;

/** What the server says it did, where there are no rows to say it. */
const changes: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE']);

/**
 * One connection of the pool. Before a statement of a workspace runs, the server is told which one,
 * for this transaction alone: `set local role` and the workspace, by which its policies decide. A
 * statement that stands alone gets a transaction of its own for that; in one, the first such words
 * travel together with `begin`.
 */
export class PostgresConnection implements DatabaseConnection {
	readonly client: PoolClient;
	/** the server could not be told to forget a transaction: nobody else may get this connection */
	broken = false;
	/** words that go out before the next statement */
	#waiting = '';
	#open = false;
	/** whose rows the transaction may see; `undefined` is the instance */
	#bound: string | undefined;
	#writes = false;
	/** a connection answers one question at a time; whoever comes meanwhile waits here */
	#tail: Promise<unknown> = Promise.resolve();
	/** which transaction it is: what was asked in one must not run after it */
	#epoch = 0;
	/** between the word that ends it and the server's answer nothing more may be asked */
	#isEnding = false;

	constructor(client: PoolClient) {
		this.client = client;
	}

	begin({ isolationLevel, accessMode }: TransactionSettings): void {
		this.#epoch += 1;
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

	/** What is still asked for in the transaction goes unanswered. */
	rollback(): Promise<void> {
		this.#epoch += 1;
		return this.#over('rollback');
	}

	async #over(word: 'commit' | 'rollback'): Promise<void> {
		this.#isEnding = true;
		try {
			await this.#tail;
			await this.#end(word);
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
		const { command } = await this.client.query(word);
		// The server answers a commit after a failed statement with a rollback, and no error.
		if (word === 'commit' && command !== 'COMMIT') throw new AbortedTransactionError();
	}

	async #say(words: string): Promise<void> {
		await this.client.query(words);
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

	async #inTransaction<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		const workspaceId = workspaceOfQuery(query);
		if (workspaceId !== this.#bound) {
			this.#waiting += this.#binding(workspaceId);
			this.#bound = workspaceId;
		}
		if (this.#waiting !== '') {
			const words = this.#waiting;
			this.#waiting = '';
			await this.#say(words);
		}
		return this.#run<Row>(query);
	}

	async #alone<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		if (workspaceOfQuery(query) === undefined) return this.#run<Row>(query);
		// Whoever only looks waits for no writer of the workspace.
		const isRead = query.query.kind === 'SelectQueryNode';
		this.begin(isRead ? { accessMode: 'read only' } : {});
		try {
			const result = await this.#inTransaction<Row>(query);
			await this.#end('commit');
			return result;
		} catch (error) {
			await this.#end('rollback');
			throw error;
		}
	}

	executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		if (this.#isEnding) return Promise.reject(new Error('This transaction is over.'));
		const epoch = this.#epoch;
		const isInside = this.#open;
		const answer = this.#tail
			.then(() => {
				if (isInside && epoch !== this.#epoch) throw new Error('This transaction is over.');
			})
			.then(() => (this.#open ? this.#inTransaction<Row>(query) : this.#alone<Row>(query)))
			.catch((error: unknown) => {
				throw trouble(error);
			});
		this.#tail = answer.catch(() => undefined);
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
