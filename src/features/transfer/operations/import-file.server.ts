import { setImmediate } from 'node:timers/promises';
import { makeSearchable } from '#features/people/writes/restoring.server.ts';
import { Refusal, refuseConflict } from '#kernel/refusal.ts';
import { importWorkspaceFile } from '#server/transfer/import-workspace-file.ts';
import type { ImportBatch } from '#server/transfer/trial-import.ts';
import { hostBounds, usualBounds } from '#server/transfer/read-export-file.ts';
import { schemaAt } from '#server/transfer/schema.ts';
import { clearNow } from '#server/transfer/staged-workspace.ts';
import { perform, permitted, type Caller, type Performer } from '#server/perform.ts';
import { heavyWork } from '#server/work-queue.ts';
import type { Scope } from '#server/scope.server.ts';
import { importWorkspace, refuseUnlessEmpty } from './workspace.server.ts';
import { workspaceOf } from '#features/account/reads/workspace.server.ts';

/** Adds imported people to the search index, batch by batch. */
async function alongside(scope: Scope, { table, columns, rows }: ImportBatch): Promise<void> {
	if (table !== 'people') return;
	const people = rows.map((row) => {
		const text = (column: string): string => String(row[columns.indexOf(column)]);
		const [id, name_key, company] = [text('id'), text('name_key'), text('company')];
		return { id, name_key, company, position: text('position'), place: text('place') };
	});
	await makeSearchable(scope, people);
}

/** Refusal when another import replaced the empty workspace meanwhile. */
const replaced = refuseConflict(
	'account.replaced',
	'Your empty workspace was replaced or deleted in another window. Nothing was imported from this file. Open Today to see your workspace.',
	'file'
);

/**
 * Imports an export file: reads and checks the whole file, writes its rows in steps to a workspace that
 * is not visible yet, and activates that by `account.importWorkspace` in one transaction.
 * @param caller needs the permission for `secure` operations and an empty workspace
 * @param file its bytes, or a function that reads them once the work queue has a slot
 * @returns id of the workspace, which is another one than before
 * @throws Refusal for the caller, for a workspace that is not empty, `account.replaced` when another import
 * was faster, `work.too-many` (429), `workspace-import.…` for the file
 */
export async function importFile(
	performer: Performer,
	caller: Caller,
	file: Uint8Array | (() => Promise<Uint8Array>)
): Promise<string> {
	const { database, clock } = performer;
	const bounds = caller.actor.kind === 'host' ? hostBounds : usualBounds;
	// Permission and slot are checked before the file is read.
	const scope = permitted(performer, caller, importWorkspace);
	// Computes the schema from the migrations once, in a step of its own so that other requests are not delayed.
	schemaAt();
	await setImmediate();
	await refuseUnlessEmpty(scope);
	try {
		return await heavyWork.run(caller.workspaceId, async (turn) => {
			const bytes = typeof file === 'function' ? await file() : file;
			await turn();
			const { userId } = await workspaceOf(scope);
			const importId = await importWorkspaceFile(
				{ database, clock, alongside },
				{ bytes, bounds },
				userId
			);
			try {
				await perform(performer, importWorkspace, caller, { importId });
			} catch (error) {
				await database.write((tx) => clearNow(tx, importId, clock.now()));
				throw error;
			}
			return importId;
		});
	} catch (error) {
		throw error instanceof Refusal && error.code === 'account.missing' ? replaced : error;
	} finally {
		performer.jobs.wake();
	}
}
