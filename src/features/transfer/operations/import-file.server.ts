import { setImmediate } from 'node:timers/promises';
import { makeSearchable } from '#features/people/writes/restoring.server.ts';
import { refuse, Refusal } from '#kernel/refusal.ts';
import { importExportFile } from '#server/transfer/import-export-file.ts';
import type { ImportBatch } from '#server/transfer/trial-import.ts';
import { hostBounds, usualBounds } from '#server/transfer/read-export-file.ts';
import { schemaAt } from '#server/transfer/schema.ts';
import { clearNow } from '#server/transfer/staged-workspace.ts';
import { perform, permitted, type Caller, type Performer } from '#server/perform.ts';
import { heavyWork } from '#server/work-queue.ts';
import type { Scope } from '#server/scope.server.ts';
import { importWorkspace, refuseUnlessEmpty } from './workspace.server.ts';
import { workspaceOf } from '#features/account/reads/workspace.server.ts';

/** People are found by a search as soon as they are here. */
async function alongside(scope: Scope, { table, columns, rows }: ImportBatch): Promise<void> {
	if (table !== 'people') return;
	const people = rows.map((row) => {
		const text = (column: string): string => String(row[columns.indexOf(column)]);
		const [id, name_key, company] = [text('id'), text('name_key'), text('company')];
		return { id, name_key, company, position: text('position'), place: text('place') };
	});
	await makeSearchable(scope, people);
}

/** Of two files that come in at once, the first to be opened takes the place of the empty workspace. */
const replaced = refuse(
	'conflict',
	'account.replaced',
	'Your empty workspace was replaced or ended in another window meanwhile. Nothing was brought in of this file. Open Today to see what is here.',
	'file'
);

/**
 * Brings an export in and opens it: the file is read and checked whole, its rows come in steps
 * where nobody sees them, and `account.importWorkspace` opens them in one.
 * @param caller who may do what is `secure`, with an empty workspace
 * @param file its bytes, or what reads them once there is a place for them
 * @throws Refusal for the caller, for a workspace that is not empty, `account.replaced` where another file
 * was faster, `work.too-many` (429), `arrival.…` for the file
 */
export async function importFile(
	performer: Performer,
	caller: Caller,
	file: Uint8Array | (() => Promise<Uint8Array>)
): Promise<void> {
	const { database, clock } = performer;
	const bounds = caller.actor.kind === 'host' ? hostBounds : usualBounds;
	// Before the file is looked at: may this caller, and is there room.
	const scope = permitted(performer, caller, importWorkspace);
	// Read off the migrations once, in a step of its own: requests of others come between.
	schemaAt();
	await setImmediate();
	await refuseUnlessEmpty(scope);
	try {
		await heavyWork.run(caller.workspaceId, async (turn) => {
			const bytes = typeof file === 'function' ? await file() : file;
			await turn();
			const { userId } = await workspaceOf(scope);
			const arrivalId = await importExportFile(
				{ database, clock, alongside },
				{ bytes, bounds },
				userId
			);
			try {
				await perform(performer, importWorkspace, caller, { arrivalId });
			} catch (error) {
				await database.write((tx) => clearNow(tx, arrivalId, clock.now()));
				throw error;
			}
		});
	} catch (error) {
		throw error instanceof Refusal && error.code === 'account.missing' ? replaced : error;
	} finally {
		performer.jobs.wake();
	}
}
