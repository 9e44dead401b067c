import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal, type RefusalParts } from '#kernel/refusal.ts';
import { projectRoot } from '../root.ts';
import type { LeavingWorkspace } from './format.ts';
import * as refused from './refusals.ts';
import type { ArrivalBatch } from './rehearsal.ts';

/** What the worker is told. */
export interface ArrivalFile {
	bytes: Uint8Array;
	/** rows in one batch, at most */
	batchSize: number;
}

/** What the worker says first. */
export type ArrivalWord =
	{ kind: 'fits'; workspace: LeavingWorkspace } | { kind: 'refused'; why: RefusalParts };

/** A file that fits, with its rows ready in a thread of its own. */
export interface Arrival {
	workspace: LeavingWorkspace;
	/** the next batch is made ready while the caller writes this one */
	batches(): AsyncGenerator<ArrivalBatch, void, undefined>;
	close(): Promise<void>;
}

/**
 * Has a file read and checked whole.
 * @throws Refusal `arrival.…` for one that cannot come in
 */
export async function openArrival(file: ArrivalFile): Promise<Arrival> {
	const worker = new Worker(join(projectRoot, 'src/server/leaving/arrival.worker.ts'), {
		workerData: file,
		execArgv: ['--disable-warning=ExperimentalWarning'],
		resourceLimits: { maxOldGenerationSizeMb: 512 }
	});
	worker.on('error', () => undefined);
	const close = async (): Promise<void> => {
		await worker.terminate();
	};
	const ask = async (): Promise<ArrivalBatch | 'end'> => {
		const answer = once(worker, 'message');
		worker.postMessage('next');
		return ((await answer) as [ArrivalBatch | 'end'])[0];
	};
	async function* batches() {
		for (let batch = await ask(); batch !== 'end';) {
			const next = ask();
			// Unhandled while the caller still writes this one; the next await throws it.
			next.catch(() => undefined);
			yield batch;
			batch = await next;
		}
	}
	try {
		const [word] = (await once(worker, 'message')) as [ArrivalWord];
		if (word.kind === 'refused') throw new Refusal(word.why);
		return { workspace: word.workspace, batches, close };
	} catch (error) {
		await close();
		// Small in bytes, endless in pieces: no export of ours needs so much memory.
		const { code } = error as NodeJS.ErrnoException;
		throw code === 'ERR_WORKER_OUT_OF_MEMORY' ? refused.tooLargeUnpacked() : error;
	}
}
