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
/** Hours after which a staged workspace is deleted that is incomplete or was never activated. */
const hoursStaged = 1;

export interface WorkspaceImport {
	database: Database;
	clock: Clock;
	/** called for each batch in its transaction, for data that is derived from rows */
	alongside(scope: Scope, batch: ImportBatch): Promise<void>;
}

/**
 * Reads an export and writes its rows into a staged workspace, in short transactions; it is not
 * visible until it is activated (`staged-workspace.ts`).
 * @param userId account that it is imported for
 * @returns id of the complete workspace
 * @throws Refusal `workspace-import.…` for a file that cannot be imported; nothing was written then
 */
export async function importWorkspaceFile(
	{ database, clock, alongside }: WorkspaceImport,
	{ bytes, bounds }: Pick<ImportFile, 'bytes' | 'bounds'>,
	userId: string
): Promise<string> {
	const source = await openImport({ bytes, bounds, batchSize });
	try {
		const now = clock.now();
		const id = await database.write((tx) =>
			addStagedWorkspace(tx, source.workspace, { now, clearAt: addHours(now, hoursStaged) })
		);
		try {
			const throttle = throttleForRequests();
			for await (const batch of source.batches()) {
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
		source.close();
	}
}
