import { sql } from 'kysely';
import { crud } from '#server/db/crud.ts';
import type { Row } from '#server/db/tables.ts';
import { readPage, type PageRequest, type Order } from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';

export type ImportRow = Row<'imports'>;

const { find: importRow, add, change: changeImport } = crud('imports');
export { changeImport, importRow };

const newestFirst: Order<ImportRow> = {
	list: 'imports',
	direction: 'desc',
	by: ['uploaded_at', 'id'],
	positionOf: (row) => [row.uploaded_at, row.id]
};

function imports(scope: Scope) {
	return scope.db.selectFrom('imports').selectAll().where('workspace_id', '=', scope.workspaceId);
}

/** Imports, newest first: 100, or the requested page. */
export function importRows(scope: Scope, { limit = 100, cursor }: PageRequest) {
	return readPage(imports(scope), newestFirst, { limit, cursor });
}

/** The import that waits to be committed or discarded, if there is one. */
export function waitingImport(scope: Scope): Promise<ImportRow | undefined> {
	return imports(scope)
		.where('committed_at', 'is', null)
		.where('undone_at', 'is', null)
		.where('failed_at', 'is', null)
		.where((by) => by.or([by('read_at', 'is', null), by('new_count', '>', 0)]))
		.limit(1)
		.executeTakeFirst();
}

export async function addImport(
	scope: Scope,
	file: { id: string; fileName: string; hash: string; bytes: Uint8Array; uploadedAt: string }
): Promise<void> {
	await add(scope, {
		id: file.id,
		file_name: file.fileName,
		source: 'linkedin',
		uploaded_at: file.uploadedAt,
		file_hash: file.hash
	});
	await scope.db
		.insertInto('import_files')
		.values({ workspace_id: scope.workspaceId, import_id: file.id, bytes: file.bytes })
		.execute();
}

/** Bytes per read: PostgreSQL sends bytes as text, and converting them blocks the event loop. */
const chunkBytes = 512 * 1024;

/** The file of an import, while it is being read. */
export async function fileOf(scope: Scope, importId: string): Promise<Uint8Array | undefined> {
	const chunks: Uint8Array[] = [];
	for (;;) {
		const from = chunks.length * chunkBytes + 1;
		const row = await scope.db
			.selectFrom('import_files')
			.select(sql<Uint8Array>`substr(bytes, ${from}, ${chunkBytes})`.as('chunk'))
			.where('workspace_id', '=', scope.workspaceId)
			.where('import_id', '=', importId)
			.executeTakeFirst();
		if (!row) return undefined;
		chunks.push(row.chunk);
		if (row.chunk.byteLength < chunkBytes) return Buffer.concat(chunks);
	}
}

/** Deletes the file of an import once it is read, since it contains more than is stored of it. */
export async function dropFile(scope: Scope, importId: string): Promise<void> {
	await scope.db
		.deleteFrom('import_files')
		.where('workspace_id', '=', scope.workspaceId)
		.where('import_id', '=', importId)
		.execute();
}

/**
 * Ends the reading of an import, successful or not: deletes the file, and clears its header and sample
 * rows.
 */
export async function endReading(
	scope: Scope,
	id: string,
	changes: Parameters<typeof changeImport>[2]
): Promise<void> {
	await changeImport(scope, id, { ...changes, header: null });
	await dropFile(scope, id);
}

/** A sample of the people that an import would add, or has added. */
export function someOf(scope: Scope, importId: string, limit: number) {
	return scope.db
		.selectFrom('people')
		.select(['id', 'name', 'company', 'position'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('import_id', '=', importId)
		.limit(limit)
		.execute();
}
