import type { DatabaseSync } from 'node:sqlite';
import { checkRows } from './check-rows.ts';
import type { ExportedWorkspace } from './export-format.ts';
import { readFile, type FileBounds } from './read-export-file.ts';
import { checkAgainst, loadIntoMemory } from './trial-import.ts';
import type { RowRules } from './row-rules.ts';
import { schemaAt } from './schema.ts';

/**
 * Reads and checks a whole export: limits while it is unpacked, then format, rows, references, and
 * the rules of each table.
 * @returns the valid export, its rows in a database in memory with the schema of this version
 * @throws Refusal `workspace-import.…` for what cannot be imported
 */
export async function readWorkspace(
	bytes: Uint8Array,
	rules: RowRules,
	bounds?: FileBounds
): Promise<{ workspace: ExportedWorkspace; file: DatabaseSync }> {
	const { schema, workspace, tables } = await readFile(bytes, bounds);
	const file = loadIntoMemory(checkRows(tables, schemaAt(schema)), schema);
	try {
		checkAgainst(file, rules);
	} catch (error) {
		file.close();
		throw error;
	}
	return { workspace, file };
}
