import type { Scope } from '#server/scope.server.ts';

/** Imports that cannot go on by themselves: read and waiting for a yes, or stopped. */
export function importsOpen(scope: Scope) {
	return scope.db
		.selectFrom('imports')
		.select([
			'id',
			'file_name as fileName',
			'uploaded_at as uploadedAt',
			'row_count as rowCount',
			'read_count as readCount',
			'new_count as newCount',
			'read_at as readAt',
			'failed_at as failedAt'
		])
		.where('workspace_id', '=', scope.workspaceId)
		.where('committed_at', 'is', null)
		.where('undone_at', 'is', null)
		.where('cleared_at', 'is', null)
		.where((eb) => eb.or([eb('read_at', 'is not', null), eb('failed_at', 'is not', null)]))
		.execute();
}

/**
 * Whether anybody stands in the address book; staged people do not. A committed import answers
 * without a look at 30,000 people.
 */
export async function anyPerson(scope: Scope): Promise<boolean> {
	const imported = await scope.db
		.selectFrom('imports')
		.select('id')
		.where('workspace_id', '=', scope.workspaceId)
		.where('committed_at', 'is not', null)
		.where('undone_at', 'is', null)
		.where('new_count', '>', 0)
		.limit(1)
		.executeTakeFirst();
	if (imported) return true;
	const added = await scope.db
		.selectFrom('people')
		.select('id')
		.where('workspace_id', '=', scope.workspaceId)
		.where('import_id', 'is', null)
		.limit(1)
		.executeTakeFirst();
	return added !== undefined;
}
