import { readPage, type PageRequest, type Order } from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';
import type { RejectedRow } from '../reading/connections-file.ts';
import { mentions, type Protected } from '../rules/protection.ts';

/** Stores the rejected rows of an import. */
export async function addRejectedRows(
	scope: Scope,
	importId: string,
	rows: readonly RejectedRow[]
): Promise<void> {
	if (rows.length === 0) return;
	await scope.db
		.insertInto('rejected_rows')
		.values(
			rows.map(({ line, raw, reason }) => ({
				workspace_id: scope.workspaceId,
				import_id: importId,
				line,
				// PostgreSQL refuses text with NUL characters, which damaged files contain.
				raw: raw.replaceAll('\u0000', ''),
				reason
			}))
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

function rejected(scope: Scope, importId: string) {
	return scope.db
		.selectFrom('rejected_rows')
		.select(['line', 'raw', 'reason'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('import_id', '=', importId);
}

/** Rejected rows after a line of the file. */
export function rejectedRows(scope: Scope, importId: string, afterLine: number, limit: number) {
	return rejected(scope, importId)
		.where('line', '>', afterLine)
		.orderBy('line')
		.limit(limit)
		.execute();
}

const byLine: Order<{ line: number }> = {
	list: 'rejectedRows',
	direction: 'asc',
	by: [['line', 'number']],
	positionOf: ({ line }) => [line]
};

/** A page of rejected rows; the line number is unique within a file. */
export function rejectedPage(scope: Scope, importId: string, asked: PageRequest) {
	return readPage(rejected(scope, importId), byLine, asked);
}

/** Deletes the rejected rows of an import. */
export async function removeRejectedRows(scope: Scope, importId: string): Promise<void> {
	await scope.db
		.deleteFrom('rejected_rows')
		.where('workspace_id', '=', scope.workspaceId)
		.where('import_id', '=', importId)
		.execute();
}

/** Clears the text of rejected rows once an import is committed or discarded, since it contains names. */
export async function removeRejectedTexts(scope: Scope, importId: string): Promise<void> {
	await scope.db
		.updateTable('rejected_rows')
		.set({ raw: '' })
		.where('workspace_id', '=', scope.workspaceId)
		.where('import_id', '=', importId)
		.execute();
}

/** Clears the text of each rejected row that mentions a forgotten person. */
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
