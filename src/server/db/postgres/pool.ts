import pg from 'pg';

/**
 * connections of one process; they stay open while idle, since opening one takes longer than
 * answering a page
 */
const mostConnections = 10;
/** statement timeout in milliseconds (`docs/security/measures.md`) */
const statementTimeoutMillis = 2_000;
/** milliseconds that a request waits for a free connection before it is refused */
const connectionTimeoutMillis = 5_000;

const { INT8, NUMERIC, BYTEA } = pg.types.builtins;
const bytesOf = pg.types.getTypeParser(BYTEA) as (text: string) => Buffer;

/**
 * Parses values as SQLite returns them: counts and sums are numbers (none exceeds 2^53), and bytes
 * are a `Uint8Array`, because `JSON.stringify` would convert a `Buffer` by its own method.
 */
const asInSqlite: pg.CustomTypesConfig = {
	getTypeParser: (oid, format) => {
		if (oid === INT8 || oid === NUMERIC) return (text: string) => Number(text);
		if (oid === BYTEA) return (text: string) => new Uint8Array(bytesOf(text));
		return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
	}
};

/**
 * Opens the connection pool of the running program.
 * @param url of the role of the program
 * @param onError called for connections that break
 */
export function openPool(url: string, onError: (error: Error) => void): pg.Pool {
	const pool = new pg.Pool({
		connectionString: url,
		max: mostConnections,
		min: mostConnections,
		connectionTimeoutMillis: connectionTimeoutMillis,
		statement_timeout: statementTimeoutMillis,
		// A process that hangs in a transaction must not block others.
		idle_in_transaction_session_timeout: 30_000,
		application_name: 'imago',
		pipeline: true,
		types: asInSqlite
	});
	// A connection that breaks while idle is replaced at the next query. One that breaks in use fails
	// its query, and also emits this event, which would end the process if it had no listener.
	pool.on('error', onError);
	pool.on('connect', (client) => client.on('error', onError));
	return pool;
}

/**
 * Opens the connections in the background; one that cannot be opened is opened when it is needed.
 */
export function warmPool(pool: pg.Pool): void {
	for (let at = 0; at < mostConnections; at += 1) {
		pool.connect().then(
			(client) => {
				client.release();
			},
			() => undefined
		);
	}
}

/**
 * Opens one connection outside the pool and without its timeouts, for migrations and for reading
 * many rows.
 * @param name application name of the connection, for the administrator of the server
 */
export async function connectDedicated(url: string, name = 'imago'): Promise<pg.Client> {
	const client = new pg.Client({
		connectionString: url,
		application_name: name,
		connectionTimeoutMillis: connectionTimeoutMillis,
		pipeline: true,
		types: asInSqlite
	});
	client.on('error', () => undefined);
	await client.connect();
	return client;
}
