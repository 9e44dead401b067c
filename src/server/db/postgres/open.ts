import { Kysely, sql } from 'kysely';
import type { Client } from 'pg';
import type { Database } from '../open.ts';
import type { Tables } from '../tables.ts';
import type { PostgresConnection } from './connection.ts';
import { own, pooledPostgres } from './driver.ts';
import { verifyOwner, verifySchema, verifyServer } from './verify.ts';
import { migratePostgres } from './migrate.ts';
import { connectAlone, openPool, warmPool } from './pool.ts';
import { unreachable } from './refused.ts';
import { onConnection } from './single.ts';

export interface PostgresPlaces {
	/** of the role that the program works with */
	url: string;
	/** of the role that owns the tables; without it nothing is migrated */
	ownerUrl?: string | undefined;
	/** told of connections that break while nobody uses them */
	onError(error: Error): void;
}

/** The role that an address names. */
export function roleIn(url: string): string {
	return decodeURIComponent(new URL(url).username) || 'imago';
}

async function signIn(url: string, setting: string): Promise<Client> {
	try {
		return await connectAlone(url);
	} catch (error) {
		throw unreachable(error, setting);
	}
}

/**
 * Runs what migrations there are as the owner.
 * @returns the name of the newest
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

/** A handle on one connection that is held for as long as its transaction lasts. */
function readerOn(connection: PostgresConnection): Kysely<Tables> {
	const known = readers.get(connection);
	if (known) return known;
	const made = new Kysely<Tables>({ dialect: onConnection(connection) });
	readers.set(connection, made);
	return made;
}

/**
 * Opens a PostgreSQL database: migrates it where the owner is given, looks whether roles and policies
 * are as they must be.
 * @throws DatabaseRefused, NewerSchema: sentences for the terminal
 */
export async function openPostgres({ url, ownerUrl, onError }: PostgresPlaces): Promise<Database> {
	const pool = openPool(url, onError);
	const judge = async (): Promise<string> => {
		await (await signIn(url, 'DATABASE_URL')).end();
		if (ownerUrl) await migrateAsOwner(ownerUrl, roleIn(url));
		await verifyServer(pool);
		return verifySchema(pool);
	};
	const schemaVersion = await judge().catch(async (error: unknown) => {
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
			db.getExecutor().provideConnection(async (given) => {
				const connection = own(given);
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
		place: { engine: 'postgres', url },
		connectAlone: (name) => connectAlone(url, name),
		close: () => db.destroy()
	};
}
