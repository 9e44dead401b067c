import { throttleForRequests } from '../background-throttle.ts';
import { addHours, type Clock } from '#kernel/clock.ts';
import type { Database } from '../db/open.ts';
import { scopeFor, type Scope } from '../scope.server.ts';
import { openImport, type ImportFile } from './open-import.ts';
import type { ImportBatch } from './trial-import.ts';
import { addStagedWorkspace, clearNow, markComplete } from './staged-workspace.ts';
import { writeBatch } from './write-rows.ts';

/** rows in one transaction: about 10 ms on a small machine */
const batchSize = 150;
/** Half-way, or complete and never opened: after so long it goes again. */
const hoursKept = 1;

export interface WorkspaceImport {
	database: Database;
	clock: Clock;
	/** told of each batch in its own transaction, for what follows from rows */
	alongside(scope: Scope, batch: ImportBatch): Promise<void>;
}

/**
 * Reads an export and puts its rows into a workspace that is set aside, in short transactions;
 * nothing of it is seen until it is opened (`staged-workspace.ts`).
 * @param userId the account that it waits for
 * @returns id of the workspace, complete
 * @throws Refusal `arrival.…` for a file that cannot come in; nothing was written then
 */
export async function importExportFile(
	{ database, clock, alongside }: WorkspaceImport,
	{ bytes, bounds }: Pick<ImportFile, 'bytes' | 'bounds'>,
	userId: string
): Promise<string> {
	const arrival = await openImport({ bytes, bounds, batchSize });
	try {
		const now = clock.now();
		const id = await database.write((tx) =>
			addStagedWorkspace(tx, arrival.workspace, { now, clearAt: addHours(now, hoursKept) })
		);
		try {
			const throttle = throttleForRequests();
			for await (const batch of arrival.batches()) {
				await database.stage(async (tx) => {
					const scope = scopeFor({ kind: 'host' }, 'write', id, tx);
					await writeBatch(scope, batch);
					await alongside(scope, batch);
				});
				await throttle();
			}
			await database.write((tx) => markComplete(tx, id, userId));
		} catch (error) {
			await database.write((tx) => clearNow(tx, id, clock.now()));
			throw error;
		}
		return id;
	} finally {
		arrival.close();
	}
}
