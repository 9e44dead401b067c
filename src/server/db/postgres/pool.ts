import pg from 'pg';

/** connections of one process; they stay open while nobody asks, since making one takes longer than a page */
const mostConnections = 10;
/** milliseconds a statement may take (`docs/security/measures.md`) */
const longestStatement = 2_000;
/** milliseconds a request waits for a free connection before it is told to come again */
const longestWait = 5_000;

const { INT8, NUMERIC, BYTEA } = pg.types.builtins;
const bytesOf = pg.types.getTypeParser(BYTEA) as (text: string) => Buffer;

/**
 * Values as SQLite gives them: counts and sums are numbers (nothing of ours is beyond 2^53), bytes
 * are plain ones, which JSON does not turn into something else behind our back.
 */
const asInSqlite: pg.CustomTypesConfig = {
	getTypeParser: (oid, format) => {
		if (oid === INT8 || oid === NUMERIC) return (text: string) => Number(text);
		if (oid === BYTEA) return (text: string) => new Uint8Array(bytesOf(text));
		return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
	}
};

/**
 * Connections for the running program.
 * @param url of the application's role
 */
export function openPool(url: string, onError: (error: Error) => void): pg.Pool {
	const pool = new pg.Pool({
		connectionString: url,
		max: mostConnections,
		min: mostConnections,
		connectionTimeoutMillis: longestWait,
		statement_timeout: longestStatement,
		// A process that hangs in the middle must not hold what others wait for.
		idle_in_transaction_session_timeout: 30_000,
		application_name: 'imago',
		pipeline: true,
		types: asInSqlite
	});
	// A connection that breaks while nobody uses it is replaced at the next question. One that breaks in
	// somebody's hands answers its question with an error, and says so once more by this event, which
	// would end the process if nobody listened.
	pool.on('error', onError);
	pool.on('connect', (client) => client.on('error', onError));
	return pool;
}

/** Opens the connections without waiting; one that cannot be made is made when it is wanted. */
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
 * One connection without the program's limits, for migrations and walks through many rows.
 * @param name by which whoever looks after the server knows it
 */
export async function connectAlone(url: string, name = 'imago'): Promise<pg.Client> {
	const client = new pg.Client({
		connectionString: url,
		application_name: name,
		connectionTimeoutMillis: longestWait,
		pipeline: true,
		types: asInSqlite
	});
	client.on('error', () => undefined);
	await client.connect();
	return client;
}
