import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readMigrations } from '../db/migrations.ts';
import { instanceTables } from '../db/tables.ts';
import { projectRoot } from '../project-root.ts';
import { formerNotExported, notExported } from './export-format.ts';

export interface Column {
	name: string;
	type: 'text' | 'integer' | 'blob';
	/** whether null is allowed */
	nullable: boolean;
	/** default value as an SQL expression; null without one */
	fallback: string | null;
}

/** A foreign key: columns of one table, in the order of the key of the other. */
export interface Reference {
	columns: string[];
	table: string;
}

/** A table of a workspace; its column `workspace_id` is implied and not listed. */
export interface Table {
	name: string;
	columns: Column[];
	/** columns of the primary key: rows are exported in this order */
	key: string[];
	references: Reference[];
}

/** The exported tables of a workspace; a table that refers to another follows it. */
export interface WorkspaceSchema {
	/** name of the last migration */
	name: string;
	tables: Table[];
}

const schemas = new Map<string, WorkspaceSchema>();

/** Names of the migrations of this version, in their order. */
export function knownSchemas(): string[] {
	return readMigrations('sqlite').map(({ name }) => name);
}

/** An empty database in memory with the migrations up to this one. */
export function emptyDatabase(upTo: string): DatabaseSync {
	const file = new DatabaseSync(':memory:');
	for (const migration of readMigrations('sqlite')) {
		if (migration.name <= upTo) file.exec(migration.sql);
	}
	return file;
}

/**
 * An empty database in memory with the schema of this version, from its dump, which a test holds
 * current: 3 ms where all migrations take 40, in which no request is answered.
 */
function emptyNow(): DatabaseSync {
	const file = new DatabaseSync(':memory:');
	file.exec(readFileSync(join(projectRoot, 'db/schema.sqlite.sql'), 'utf8'));
	return file;
}

/**
 * The schema of an export, read from an empty database in memory, so that a new table is exported
 * without a change here. Both engines share one set of migrations, so the result holds for both.
 * @param name of the last migration; that of this version when left out
 */
export function schemaAt(name = knownSchemas().at(-1) ?? ''): WorkspaceSchema {
	const known = schemas.get(name);
	if (known) return known;
	const file = name === knownSchemas().at(-1) ? emptyNow() : emptyDatabase(name);
	try {
		const tables = file
			.prepare("select name from pragma_table_list where schema = 'main' and type = 'table'")
			.all()
			.map((row) => String(row.name))
			.filter((table) => !instanceTables.has(table) && !(table in notExported))
			.filter((table) => !formerNotExported.has(table))
			.filter((table) => !table.startsWith('sqlite_'))
			.sort()
			.map((table) => readTable(file, table));
		const schema = { name, tables: inOrder(tables) };
		schemas.set(name, schema);
		return schema;
	} finally {
		file.close();
	}
}

const types: Record<string, Column['type']> = { TEXT: 'text', INTEGER: 'integer', BLOB: 'blob' };

function readTable(file: DatabaseSync, name: string): Table {
	const columns = file
		.prepare('select name, type, "notnull" as filled, dflt_value, pk from pragma_table_info(?)')
		.all(name)
		.filter((column) => column.name !== 'workspace_id');
	const references = file
		.prepare('select id, "table" as target, "from" as own from pragma_foreign_key_list(?)')
		.all(name)
		.filter((part) => part.target !== 'workspaces' && part.own !== 'workspace_id');
	const byId = Map.groupBy(references, (part) => Number(part.id));
	return {
		name,
		columns: columns.map((column) => ({
			name: String(column.name),
			type: types[String(column.type).toUpperCase()] ?? 'text',
			nullable: column.filled === 0,
			fallback: column.dflt_value === null ? null : String(column.dflt_value)
		})),
		key: columns
			.filter((column) => Number(column.pk) > 0)
			.sort((a, b) => Number(a.pk) - Number(b.pk))
			.map((column) => String(column.name)),
		references: [...byId.values()]
			.map((parts) => ({
				columns: parts.map((part) => String(part.own)),
				table: String(parts[0]?.target)
			}))
			.sort((a, b) => (a.columns.join() < b.columns.join() ? -1 : 1))
	};
}

/**
 * Sorts tables so that inserts meet their foreign keys; among those that may come next, by name.
 * @throws Error for tables that refer to each other in a circle
 */
export function inOrder(tables: readonly Table[]): Table[] {
	const waiting = new Map(tables.map((table) => [table.name, table]));
	const ordered: Table[] = [];
	while (waiting.size > 0) {
		const next = [...waiting.values()].find(({ name, references }) =>
			references.every(({ table }) => table === name || !waiting.has(table))
		);
		if (!next) throw new Error(`Tables refer to each other in a circle: ${[...waiting.keys()]}`);
		waiting.delete(next.name);
		ordered.push(next);
	}
	return ordered;
}
