import { Kysely, sql } from 'kysely';
import type { Client } from 'pg';
import type { Database } from '../open.ts';
import type { Tables } from '../tables.ts';
import type { PostgresConnection } from './connection.ts';
import { asPostgresConnection, pooledPostgres } from './driver.ts';
import { verifyOwner, verifySchema, verifyServer } from './verify.ts';
import { migratePostgres } from './migrate.ts';
import { connectDedicated, openPool, warmPool } from './pool.ts';
import { unreachable } from './connection-errors.ts';
import { onConnection } from './single-connection.ts';

export interface PostgresSettings {
	/** connection URL of the role of the running program */
	url: string;
	/** connection URL of the role that owns the tables; without it nothing is migrated */
	ownerUrl?: string | undefined;
	/** called for connections that break while they are idle */
	onError(error: Error): void;
}

/** The role in a connection URL. */
export function roleIn(url: string): string {
	return decodeURIComponent(new URL(url).username) || 'imago';
}

async function signIn(url: string, setting: string): Promise<Client> {
	try {
		return await connectDedicated(url);
	} catch (error) {
		throw unreachable(error, setting);
	}
}

/**
 * Runs the migrations as the owner.
 * @returns name of the newest migration
 * @throws DatabaseRefused, NewerSchema
 */
export async function migrateAsOwner(ownerUrl: string, app: string): Promise<string> {
	const owner = await signIn(ownerUrl, 'DATABASE_OWNER_URL');
	try {
		await verifyOwner(owner);
		return await migratePostgres(owner, app);
	} finally {
		await owner.end();
	}
}

const readers = new WeakMap<PostgresConnection, Kysely<Tables>>();

/** A Kysely handle on one connection, cached per connection. */
function readerOn(connection: PostgresConnection): Kysely<Tables> {
	const existing = readers.get(connection);
	if (existing) return existing;
	const handle = new Kysely<Tables>({ dialect: onConnection(connection) });
	readers.set(connection, handle);
	return handle;
}

/**
 * Opens a PostgreSQL database: migrates it where the owner is given, and verifies roles and
 * policies.
 * @throws DatabaseRefused, NewerSchema with a message for the terminal
 */
export async function openPostgres({
	url,
	ownerUrl,
	onError
}: PostgresSettings): Promise<Database> {
	const pool = openPool(url, onError);
	const migrateAndVerify = async (): Promise<string> => {
		await (await signIn(url, 'DATABASE_URL')).end();
		if (ownerUrl) await migrateAsOwner(ownerUrl, roleIn(url));
		await verifyServer(pool);
		return verifySchema(pool);
	};
	const schemaVersion = await migrateAndVerify().catch(async (error: unknown) => {
		await pool.end();
		throw error;
	});
	warmPool(pool);
	const db = new Kysely<Tables>({ dialect: pooledPostgres(pool) });
	const writing = db.transaction().setAccessMode('read write');
	return {
		read: db,
		writer: db,
		reading: (work) =>
			db.getExecutor().provideConnection(async (acquired) => {
				const connection = asPostgresConnection(acquired);
				connection.begin({ isolationLevel: 'repeatable read', accessMode: 'read only' });
				try {
					const result = await work(readerOn(connection));
					await connection.commit();
					return result;
				} catch (error) {
					await connection.rollback();
					throw error;
				}
			}),
		write: (work) => writing.execute(work),
		stage: (work) =>
			writing.execute(async (tx) => {
				await sql`set local synchronous_commit = off`.execute(tx);
				return work(tx);
			}),
		file: undefined,
		schemaVersion,
		settings: { engine: 'postgres', url },
		connectDedicated: (name) => connectDedicated(url, name),
		close: () => db.destroy()
	};
}
