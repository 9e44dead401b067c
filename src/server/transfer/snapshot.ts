import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { Client } from 'pg';
import { nodeSqlite } from '../db/driver.ts';
import type { ConnectionSettings } from '../db/connection-settings.ts';
import { singlePostgres } from '../db/postgres/single-connection.ts';
import type { Tables } from '../db/tables.ts';
import { scopeFor, type Scope } from '../scope.server.ts';
import { schemaAt, type WorkspaceSchema } from './schema.ts';

/** A read-only view of a database at one moment. */
export interface Snapshot {
	db: Kysely<Tables>;
	/** schema of the database, which may be older than that of this version */
	schema: WorkspaceSchema;
	/** a scope for all of one workspace */
	scopeOf(workspaceId: string): Scope;
	close(): Promise<void>;
}

/** Opens a snapshot of a database, beside its writers, which lasts until it is closed. */
export function openSnapshot(settings: ConnectionSettings): Promise<Snapshot> {
	return settings.engine === 'sqlite' ? openFile(settings.path) : openServer(settings.url);
}

/** Write-ahead logging lets writers continue. */
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
	const { connectDedicated } = await import('../db/postgres/pool.ts');
	const client = await connectDedicated(url);
	try {
		return await snapshotOn(client);
	} catch (error) {
		await client.end();
		throw error;
	}
}

async function snapshotOn(client: Client): Promise<Snapshot> {
	const connection = new Kysely<Tables>({ dialect: singlePostgres(client) });
	const tx = await connection
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
