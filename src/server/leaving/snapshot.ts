import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { nodeSqlite } from '../db/driver.ts';
import type { Tables } from '../db/tables.ts';
import { scopeFor, type Scope } from '../scope.server.ts';
import { schemaAt, type WorkspaceSchema } from './schema.ts';

/** A database as it is at one moment, whatever is written meanwhile. */
export interface Snapshot {
	db: Kysely<Tables>;
	/** the schema that the file has, which may be older than this version's */
	schema: WorkspaceSchema;
	/** a reader of one workspace, for whoever may have all of it */
	scopeOf(workspaceId: string): Scope;
	close(): void;
}

/**
 * Opens a SQLite file for reading only, beside the process that owns it, and holds what it finds
 * for as long as it is open: write-ahead logging lets writers go on.
 */
export function openSnapshot(path: string): Snapshot {
	const file = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
	file.exec('begin');
	const row = file.prepare('select name from migrations order by name desc limit 1').get();
	const db = new Kysely<Tables>({ dialect: nodeSqlite(file) });
	return {
		db,
		schema: schemaAt(String(row?.name)),
		scopeOf: (workspaceId) => scopeFor({ kind: 'host' }, 'secure', workspaceId, db),
		close: () => {
			file.close();
		}
	};
}

/** Where the SQLite file of a scope lies, for whoever opens it a second time. */
export async function pathOf(scope: Scope): Promise<string> {
	const { rows } = await sql<{ name: string; file: string }>`pragma database_list`.execute(
		scope.db.withoutPlugins()
	);
	const main = rows.find(({ name }) => name === 'main');
	if (!main) throw new Error('The database is not in a file.');
	return main.file;
}
