import { setImmediate } from 'node:timers/promises';
import { makeSearchable } from '#features/people/arriving.server.ts';
import { refuse } from '#kernel/refusal.ts';
import { bringIn } from '#server/leaving/bring-in.ts';
import type { ArrivalBatch } from '#server/leaving/rehearsal.ts';
import { hostBounds, usualBounds } from '#server/leaving/read-file.ts';
import { schemaAt } from '#server/leaving/schema.ts';
import { clearNow } from '#server/leaving/set-aside.ts';
import { perform, permitted, type Caller, type Performer } from '#server/perform.ts';
import { heavyWork } from '#server/work-queue.ts';
import type { Scope } from '#server/scope.server.ts';
import { importWorkspace, refuseUnlessEmpty } from './operations/leaving.server.ts';
import { isThere, workspaceOf } from './store.server.ts';

/** People are found by a search as soon as they are here. */
async function alongside(scope: Scope, { table, columns, rows }: ArrivalBatch): Promise<void> {
	if (table !== 'people') return;
	const at = (name: string): number => columns.indexOf(name);
	const [id, nameKey, company, position, place] = [
		at('id'),
		at('name_key'),
		at('company'),
		at('position'),
		at('place')
	];
	await makeSearchable(
		scope,
		rows.map((row) => ({
			id: String(row[id]),
			name_key: String(row[nameKey]),
			company: String(row[company]),
			position: String(row[position]),
			place: String(row[place])
		}))
	);
}

/** Of two files that come in at once, the first to be opened takes the empty workspace's place. */
async function refuseReplaced(scope: Scope): Promise<void> {
	if (await isThere(scope)) return;
	throw refuse(
		'conflict',
		'account.replaced',
		'Another file of yours was brought in meanwhile. That workspace is here, and nothing was brought in of this one. Open Today to see it.',
		'file'
	);
}

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
	const { userId } = await workspaceOf(scope);
	try {
		await heavyWork.run(caller.workspaceId, async (turn) => {
			const bytes = typeof file === 'function' ? await file() : file;
			await turn();
			await refuseReplaced(scope);
			const arrivalId = await bringIn({ database, clock, alongside }, { bytes, bounds }, userId);
			try {
				await perform(performer, importWorkspace, caller, { arrivalId });
			} catch (error) {
				await database.write((tx) => clearNow(tx, arrivalId, clock.now()));
				// By another process, which has a queue of its own.
				await refuseReplaced(scope);
				throw error;
			}
		});
	} finally {
		performer.jobs.wake();
	}
}
