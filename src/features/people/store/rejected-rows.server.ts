import { readPage, type Asked, type Order } from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';
import type { Unreadable } from '../reading/connections.ts';
import { mentions, type Protected } from '../rules/protection.ts';

/** Keeps rows that nobody could read, for the explorer to look at. */
export async function addRejectedRows(
	scope: Scope,
	importId: string,
	rows: readonly Unreadable[]
): Promise<void> {
	if (rows.length === 0) return;
	await scope.db
		.insertInto('rejected_rows')
		.values(
			rows.map(({ line, raw, reason }) => ({
				workspace_id: scope.workspaceId,
				import_id: importId,
				line,
				// A damaged file's zeros: PostgreSQL keeps no text that has one.
				raw: raw.replaceAll('\u0000', ''),
				reason
			}))
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

function aside(scope: Scope, importId: string) {
	return scope.db
		.selectFrom('rejected_rows')
		.select(['line', 'raw', 'reason'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('import_id', '=', importId);
}

/** Rows set aside, beyond a line of the file. */
export function rejectedRows(scope: Scope, importId: string, afterLine: number, limit: number) {
	return aside(scope, importId)
		.where('line', '>', afterLine)
		.orderBy('line')
		.limit(limit)
		.execute();
}

const byLine: Order<{ line: number }> = {
	list: 'aside',
	direction: 'asc',
	by: [['line', 'number']],
	placeOf: ({ line }) => [line]
};

/** A page of the rows set aside; a line stands once in its file. */
export function rejectedPage(scope: Scope, importId: string, asked: Asked) {
	return readPage(aside(scope, importId), byLine, asked);
}

/** The rows set aside go with the import. */
export async function removeRejectedRows(scope: Scope, importId: string): Promise<void> {
	await scope.db
		.deleteFrom('rejected_rows')
		.where('workspace_id', '=', scope.workspaceId)
		.where('import_id', '=', importId)
		.execute();
}

/** Once an import is decided about, line and reason are enough: the text holds names. */
export async function removeRejectedTexts(scope: Scope, importId: string): Promise<void> {
	await scope.db
		.updateTable('rejected_rows')
		.set({ raw: '' })
		.where('workspace_id', '=', scope.workspaceId)
		.where('import_id', '=', importId)
		.execute();
}

/** Takes the text out of each row set aside that names a person who is forgotten. */
export async function dropMentions(scope: Scope, person: Protected): Promise<void> {
	const rows = await scope.db
		.selectFrom('rejected_rows')
		.select(['import_id', 'line', 'raw'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('raw', '!=', '')
		.execute();
	for (const { import_id, line } of rows.filter(({ raw }) => mentions(raw, person))) {
		await scope.db
			.updateTable('rejected_rows')
			.set({ raw: '' })
			.where('workspace_id', '=', scope.workspaceId)
			.where('import_id', '=', import_id)
			.where('line', '=', line)
			.execute();
	}
}
