import type { DatabaseSync } from 'node:sqlite';
import { readMigrations } from '../db/migrations.ts';
import type { Row } from './rows-by-key.ts';
import type { CheckedRows } from './check-rows.ts';
import type { Value } from './export-format.ts';
import * as refused from './refusals.ts';
import { rowChecker, type RowRules } from './row-rules.ts';
import { emptyDatabase, schemaAt, type Table } from './schema.ts';

/** Rows of one table for one short transaction. */
export interface ImportBatch {
	table: string;
	columns: string[];
	rows: Value[][];
}

const workspaceId = 'trial';

/**
 * Loads the rows of a file into an empty database in memory. There SQLite checks keys, and the
 * migrations that upgrade a database file upgrade the rows of an older schema.
 * @param from name of the schema of the rows
 * @throws Refusal `workspace-import.twice`, `workspace-import.wrong` naming a row that violates a unique key or
 * refers to a missing row
 */
export function loadIntoMemory(tables: readonly CheckedRows[], from: string): DatabaseSync {
	const file = emptyDatabase(from);
	try {
		file.exec('pragma foreign_keys = off; begin');
		prepareWorkspace(file);
		for (const checked of tables) insertRows(file, checked);
		file.exec('commit');
		checkReferences(file);
		for (const migration of readMigrations('sqlite')) {
			if (migration.name > from) file.exec(migration.sql);
		}
		return file;
	} catch (error) {
		file.close();
		throw error;
	}
}

function prepareWorkspace(file: DatabaseSync): void {
	file.exec(`
		insert into auth_user (id, name, email, "emailVerified", "createdAt", "updatedAt")
		values ('u', '', '', 0, '', '');
		insert into workspaces (id, user_id, explorer_name, zone, created_at)
		values ('${workspaceId}', 'u', '', 'UTC', '')`);
}

function insertRows(file: DatabaseSync, { table, rows }: CheckedRows): void {
	const marks = table.columns.map(() => '?').join(', ');
	const insert = file.prepare(
		`insert into "${table.name}" (workspace_id, ${namesOf(table)}) values (?, ${marks})`
	);
	for (const [at, row] of rows.entries()) {
		try {
			insert.run(workspaceId, ...row);
		} catch (error) {
			if (!/^UNIQUE constraint/.test((error as Error).message)) throw error;
			throw refused.twice(table.name, at + 1);
		}
	}
}

function checkReferences(file: DatabaseSync): void {
	const lost = file.prepare('pragma foreign_key_check').get();
	if (!lost) return;
	throw refused.wrong(
		`row ${String(lost.rowid)} of “${String(lost.table)}” belongs to a row of “${String(lost.parent)}” that is missing`
	);
}

/**
 * Checks every row, in the schema of this version, against the rules of its table.
 * @throws Refusal `workspace-import.wrong`, `workspace-import.too-many` for what no operation would have written
 */
export function checkAgainst(file: DatabaseSync, rules: RowRules): void {
	for (const table of schemaAt().tables) {
		const own = rules[table.name];
		if (!own) continue;
		const check = rowChecker(table, own);
		for (const row of rowsOf(file, table)) check(row);
	}
}

/**
 * The rows in the schema of this version, in batches, in an order that foreign keys allow; derived
 * columns are computed anew.
 */
export function* batchesOf(
	file: DatabaseSync,
	rules: RowRules,
	size: number
): Generator<ImportBatch> {
	for (const table of schemaAt().tables) {
		const columns = table.columns.map(({ name }) => name);
		let rows: Value[][] = [];
		for (const row of rowsOf(file, table)) {
			const complete = { ...row, ...rules[table.name]?.derived?.(row) };
			rows.push(columns.map((column) => complete[column] ?? null));
			if (rows.length < size) continue;
			yield { table: table.name, columns, rows };
			rows = [];
		}
		if (rows.length > 0) yield { table: table.name, columns, rows };
	}
}

const namesOf = ({ columns }: Table): string => columns.map(({ name }) => `"${name}"`).join(', ');

function rowsOf(file: DatabaseSync, table: Table): Iterable<Row> {
	return file
		.prepare(`select ${namesOf(table)} from "${table.name}" order by ${table.key.join(', ')}`)
		.iterate() as Iterable<Row>;
}
