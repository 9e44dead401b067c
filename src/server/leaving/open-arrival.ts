import { Refusal, type RefusalParts } from '#kernel/refusal.ts';
import { openSubprocess, SubprocessEnded } from '../subprocess.ts';
import type { LeavingWorkspace } from './format.ts';
import type { FileBounds } from './read-file.ts';
import * as refused from './refusals.ts';
import type { ArrivalBatch } from './rehearsal.ts';

/** What the process is given. */
export interface ArrivalFile {
	bytes: Uint8Array;
	/** rows in one batch, at most */
	batchSize: number;
	bounds: FileBounds;
}

/** What it is asked: first about the file, then for one batch after the other. */
export type ArrivalQuestion = ArrivalFile | 'next';
export type ArrivalAnswer = ArrivalWord | ArrivalBatch | 'end';

/** What it says first. */
export type ArrivalWord =
	{ kind: 'fits'; workspace: LeavingWorkspace } | { kind: 'refused'; why: RefusalParts };

/** A file that fits, with its rows ready in a process of its own. */
export interface Arrival {
	workspace: LeavingWorkspace;
	/** the next batch is made ready while the caller writes this one */
	batches(): AsyncGenerator<ArrivalBatch, void, undefined>;
	close(): void;
}

/** Heap for what the bounds of a file let through: about 100 bytes for each token. */
const heapFor = ({ tokens }: FileBounds): number => 256 + Math.ceil(tokens / 10_000);
/** A file within its bounds is read in a few. */
const seconds = 60;

/**
 * Has a file read and checked whole.
 * @throws Refusal `arrival.…` for one that cannot come in
 */
export async function openArrival(file: ArrivalFile): Promise<Arrival> {
	const entry = 'surfaces/processes/read-workspace.ts';
	const reader = openSubprocess({ entry, heapMegabytes: heapFor(file.bounds), seconds });
	const close = (): void => {
		reader.close();
	};
	async function* batches() {
		let next = reader.ask<ArrivalBatch | 'end'>('next');
		for (;;) {
			const batch = await next;
			if (batch === 'end') return;
			next = reader.ask<ArrivalBatch | 'end'>('next');
			// Unhandled while the caller still writes this one; the next await throws it.
			next.catch(() => undefined);
			yield batch;
		}
	}
	try {
		const word = await reader.ask<ArrivalWord>(file);
		if (word.kind === 'refused') throw new Refusal(word.why);
		return { workspace: word.workspace, batches, close };
	} catch (error) {
		close();
		throw error instanceof SubprocessEnded && error.reason !== 'stopped' ? refused.tooMuch : error;
	}
}
