import { figures } from '#kernel/number-text.ts';
import { type Refusal, refuseConflict } from '#kernel/refusal.ts';
import type { InsertLog } from './db/insert-log.ts';
import { anyTable } from './db/any-table.ts';
import type { Value } from './transfer/export-format.ts';
import type { RowRules, TableRules } from './transfer/row-rules.ts';
import type { Scope } from './scope.server.ts';

function full(table: string, most: number): Refusal {
	return refuseConflict(
		'workspace.full',
		`Your workspace has ${figures(most)} rows of “${table.replaceAll('_', ' ')}”, which is the limit. Nothing was changed. Delete some that you no longer need.`
	);
}

/**
 * Whether a table has more than `most` rows in the workspace, optionally with one value in a
 * column; reads no further than needed.
 */
async function hasMore(
	scope: Scope,
	table: string,
	most: number,
	shared?: { column: string; value: Value }
): Promise<boolean> {
	let rows = anyTable<Value>(scope)
		.selectFrom(table)
		.select('workspace_id')
		.where('workspace_id', '=', scope.workspaceId);
	if (shared) rows = rows.where(shared.column, '=', shared.value);
	return (await rows.offset(most).limit(1).executeTakeFirst()) !== undefined;
}

/**
 * Checks before commit that the inserted rows do not exceed the limits of the workspace. Rows that
 * existed before may stay beyond a limit.
 * @throws Refusal `workspace.full`; the transaction must be rolled back
 */
export async function refuseBeyondRowLimits(
	scope: Scope,
	inserted: InsertLog,
	rules: RowRules
): Promise<void> {
	for (const [table, rows] of inserted.entries()) {
		const own: TableRules | undefined = rules[table];
		if (!own) continue;
		if (await hasMore(scope, table, own.most)) throw full(table, own.most);
		for (const [column, most] of Object.entries(own.mostEach ?? {})) {
			for (const value of new Set(rows.map((row) => row[column] ?? null))) {
				if (value === null) continue;
				if (await hasMore(scope, table, most, { column, value: value as Value }))
					throw full(table, most);
			}
		}
	}
}
