import { sql } from 'kysely';
import { crud } from '#server/db/crud.ts';
import type { Row } from '#server/db/tables.ts';
import { readPage, type Asked, type Order } from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';

export type ImportRow = Row<'imports'>;

const { find: importRow, add, change: changeImport } = crud('imports');
export { changeImport, importRow };

const newestFirst: Order<ImportRow> = {
	list: 'imports',
	direction: 'desc',
	by: ['uploaded_at', 'id'],
	placeOf: (row) => [row.uploaded_at, row.id]
};

function imports(scope: Scope) {
	return scope.db.selectFrom('imports').selectAll().where('workspace_id', '=', scope.workspaceId);
}

/** Imports, the newest first: a hundred, or as many as asked for. */
export function importRows(scope: Scope, { limit = 100, cursor }: Asked) {
	return readPage(imports(scope), newestFirst, { limit, cursor });
}

/** The import somebody has still to decide about, if there is one. */
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

/** Bytes that are read together: PostgreSQL sends them as text, and nobody else is answered meanwhile. */
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

/** The file itself goes as soon as it is read: it says more than what is kept of it. */
export async function dropFile(scope: Scope, importId: string): Promise<void> {
	await scope.db
		.deleteFrom('import_files')
		.where('workspace_id', '=', scope.workspaceId)
		.where('import_id', '=', importId)
		.execute();
}

/**
 * An import comes to an end of its reading, good or bad: what the file said beyond its people
 * goes with the file.
 */
export async function endReading(
	scope: Scope,
	id: string,
	changes: Parameters<typeof changeImport>[2]
): Promise<void> {
	await changeImport(scope, id, { ...changes, header: null });
	await dropFile(scope, id);
}

/** Some of the people an import would add, or has added. */
export function someOf(scope: Scope, importId: string, limit: number) {
	return scope.db
		.selectFrom('people')
		.select(['id', 'name', 'company', 'position'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('import_id', '=', importId)
		.limit(limit)
		.execute();
}
