import { found } from '#kernel/refusal.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_IMPORTS } from '../rules/limits.ts';
import { importRow, type ImportRow } from '../store/imports.server.ts';

/** One import. @throws Refusal `import.missing` */
export async function importOf(scope: Scope, id: string): Promise<ImportRow> {
	return found(await importRow(scope, id), 'import');
}

/** Imports that were not undone, with their counts and dates, newest first. */
export const importsOf = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('imports')
		.select([
			'id',
			'file_name as fileName',
			'uploaded_at as uploadedAt',
			'row_count as rowCount',
			'read_count as readCount',
			'new_count as newCount',
			'read_at as readAt',
			'failed_at as failedAt',
			'committed_at as committedAt',
			'cleared_at as clearedAt'
		])
		.where('workspace_id', '=', workspaceId)
		.where('undone_at', 'is', null)
		.orderBy('uploaded_at', 'desc')
		.limit(MOST_IMPORTS)
);

const oneAdded = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('people')
		.select('id')
		.where('workspace_id', '=', workspaceId)
		.where('import_id', 'is', null)
		.limit(1)
);

/** Whether somebody was added by hand; imported people are known from their import. */
export async function anyoneAdded(scope: Scope): Promise<boolean> {
	return (await oneAdded(scope)).length > 0;
}
