import { Refusal, type RefusalParts } from '#kernel/refusal.ts';
import { openSubprocess, SubprocessEnded } from '../subprocess.ts';
import type { ExportedWorkspace } from './export-format.ts';
import type { FileBounds } from './read-export-file.ts';
import * as refused from './refusals.ts';
import type { ImportBatch } from './trial-import.ts';

/** The file that the subprocess reads. */
export interface ImportFile {
	bytes: Uint8Array;
	/** rows in one batch, at most */
	batchSize: number;
	bounds: FileBounds;
}

/** Questions to the subprocess: first the file, then one batch after the other. */
export type ImportQuestion = ImportFile | 'next';
export type ImportAnswer = ImportHead | ImportBatch | 'end';

/** The first answer. */
export type ImportHead =
	{ kind: 'fits'; workspace: ExportedWorkspace } | { kind: 'refused'; why: RefusalParts };

/** An import file that is valid, with its rows held by a subprocess. */
export interface OpenImport {
	workspace: ExportedWorkspace;
	/** the next batch is prepared while the caller writes this one */
	batches(): AsyncGenerator<ImportBatch, void, undefined>;
	close(): void;
}

/** Heap in MiB for a file within the limits: about 100 bytes per token. */
const heapFor = ({ tokens }: FileBounds): number => 256 + Math.ceil(tokens / 10_000);
/** Seconds for one answer; a file within its limits is read in a few. */
const seconds = 60;

/**
 * Reads and checks a whole file in a subprocess.
 * @throws Refusal `workspace-import.…` for a file that cannot be imported
 */
export async function openImport(file: ImportFile): Promise<OpenImport> {
	const entry = 'surfaces/processes/read-workspace.process.ts';
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
		const head = await reader.ask<ImportHead>(file);
		if (head.kind === 'refused') throw new Refusal(head.why);
		return { workspace: head.workspace, batches, close };
	} catch (error) {
		close();
		throw error instanceof SubprocessEnded && error.reason !== 'stopped' ? refused.tooMuch : error;
	}
}
