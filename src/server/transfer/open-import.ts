import { Refusal, type RefusalParts } from '#kernel/refusal.ts';
import { openSubprocess, SubprocessEnded } from '../subprocess.ts';
import type { ExportedWorkspace } from './export-format.ts';
import type { FileBounds } from './read-export-file.ts';
import * as refused from './refusals.ts';
import type { ImportBatch } from './trial-import.ts';

/** What the process is given. */
export interface ImportFile {
	bytes: Uint8Array;
	/** rows in one batch, at most */
	batchSize: number;
	bounds: FileBounds;
}

/** What it is asked: first about the file, then for one batch after the other. */
export type ImportQuestion = ImportFile | 'next';
export type ImportAnswer = ImportHead | ImportBatch | 'end';

/** What it says first. */
export type ImportHead =
	{ kind: 'fits'; workspace: ExportedWorkspace } | { kind: 'refused'; why: RefusalParts };

/** A file that fits, with its rows ready in a process of its own. */
export interface OpenImport {
	workspace: ExportedWorkspace;
	/** the next batch is made ready while the caller writes this one */
	batches(): AsyncGenerator<ImportBatch, void, undefined>;
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
export async function openImport(file: ImportFile): Promise<OpenImport> {
	const entry = 'surfaces/processes/read-workspace.ts';
	const reader = openSubprocess({ entry, heapMegabytes: heapFor(file.bounds), seconds });
	const close = (): void => {
		reader.close();
	};
	async function* batches() {
		let next = reader.ask<ImportBatch | 'end'>('next');
		for (;;) {
			const batch = await next;
			if (batch === 'end') return;
			next = reader.ask<ImportBatch | 'end'>('next');
			// Unhandled while the caller still writes this one; the next await throws it.
			next.catch(() => undefined);
			yield batch;
		}
	}
	try {
		const word = await reader.ask<ImportHead>(file);
		if (word.kind === 'refused') throw new Refusal(word.why);
		return { workspace: word.workspace, batches, close };
	} catch (error) {
		close();
		throw error instanceof SubprocessEnded && error.reason !== 'stopped' ? refused.tooMuch : error;
	}
}
