import { throttleForRequests } from '../background-throttle.ts';
import { addHours, type Clock } from '#kernel/clock.ts';
import type { Database } from '../db/open.ts';
import { scopeFor, type Scope } from '../scope.server.ts';
import { openArrival, type ArrivalFile } from './open-arrival.ts';
import type { ArrivalBatch } from './rehearsal.ts';
import { addSetAside, clearNow, markComplete } from './set-aside.ts';
import { writeBatch } from './write-rows.ts';

/** rows in one transaction: about 10 ms on a small machine */
const batchSize = 150;
/** Half-way, or complete and never opened: after so long it goes again. */
const hoursKept = 1;

export interface BringingIn {
	database: Database;
	clock: Clock;
	/** told of each batch in its own transaction, for what follows from rows */
	alongside(scope: Scope, batch: ArrivalBatch): Promise<void>;
}

/**
 * Reads an export and puts its rows into a workspace that is set aside, in short transactions;
 * nothing of it is seen until it is opened (`set-aside.ts`).
 * @param userId the account that it waits for
 * @returns id of the workspace, complete
 * @throws Refusal `arrival.…` for a file that cannot come in; nothing was written then
 */
export async function bringIn(
	{ database, clock, alongside }: BringingIn,
	{ bytes, bounds }: Pick<ArrivalFile, 'bytes' | 'bounds'>,
	userId: string
): Promise<string> {
	const arrival = await openArrival({ bytes, bounds, batchSize });
	try {
		const now = clock.now();
		const id = await database.write((tx) =>
			addSetAside(tx, arrival.workspace, { now, clearAt: addHours(now, hoursKept) })
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
