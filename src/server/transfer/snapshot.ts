import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { Client } from 'pg';
import { nodeSqlite } from '../db/driver.ts';
import type { ConnectionSettings } from '../db/connection-settings.ts';
import { singlePostgres } from '../db/postgres/single.ts';
import type { Tables } from '../db/tables.ts';
import { scopeFor, type Scope } from '../scope.server.ts';
import { schemaAt, type WorkspaceSchema } from './schema.ts';

/** A database as it is at one moment, whatever is written meanwhile. */
export interface Snapshot {
	db: Kysely<Tables>;
	/** the schema that the database has, which may be older than this version's */
	schema: WorkspaceSchema;
	/** a reader of one workspace, for whoever may have all of it */
	scopeOf(workspaceId: string): Scope;
	close(): Promise<void>;
}

/**
 * Opens a database for reading only, beside whoever writes, and holds what it finds for as long as it
 * is open.
 */
export function openSnapshot(place: ConnectionSettings): Promise<Snapshot> {
	return place.engine === 'sqlite' ? openFile(place.path) : openServer(place.url);
}

/** Write-ahead logging lets writers go on. */
async function openFile(path: string): Promise<Snapshot> {
	const file = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
	file.exec('begin');
	const db = new Kysely<Tables>({ dialect: nodeSqlite(file) });
	return snapshotOf(db, () => {
		file.close();
		return Promise.resolve();
	});
}

async function openServer(url: string): Promise<Snapshot> {
	const { connectAlone } = await import('../db/postgres/pool.ts');
	const client = await connectAlone(url);
	try {
		return await snapshotOn(client);
	} catch (error) {
		await client.end();
		throw error;
	}
}

async function snapshotOn(client: Client): Promise<Snapshot> {
	const outside = new Kysely<Tables>({ dialect: singlePostgres(client) });
	const tx = await outside
		.startTransaction()
		.setIsolationLevel('repeatable read')
		.setAccessMode('read only')
		.execute();
	return snapshotOf(tx, async () => {
		await tx.rollback().execute();
		await client.end();
	});
}

async function snapshotOf(db: Kysely<Tables>, close: () => Promise<void>): Promise<Snapshot> {
	const newest = await db
		.selectFrom('migrations')
		.select('name')
		.orderBy('name', 'desc')
		.limit(1)
		.executeTakeFirst();
	return {
		db,
		schema: schemaAt(newest?.name),
		scopeOf: (workspaceId) => scopeFor({ kind: 'host' }, 'secure', workspaceId, db),
		close
	};
}
