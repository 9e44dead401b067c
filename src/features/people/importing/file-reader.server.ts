import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#server/root.ts';
import type { Ask, Batch, FileToRead, FirstWord } from './messages.ts';

/** A file being read in a thread of its own. */
export interface FileReader {
	first: FirstWord;
	/** batches until one is empty; the next is made ready while the caller works on this one */
	batches(): AsyncGenerator<Batch, void, undefined>;
	close(): Promise<void>;
}

/**
 * Starts the reading and waits for the worker's first word. Plain Node runs the file as it is:
 * the built server has `src/` beside it.
 */
export async function openFileReader(file: FileToRead, signal: AbortSignal): Promise<FileReader> {
	const worker = new Worker(join(projectRoot, 'src/features/people/import.worker.ts'), {
		workerData: file,
		execArgv: ['--disable-warning=ExperimentalWarning'],
		resourceLimits: { maxOldGenerationSizeMb: 512 }
	});
	// An error while nobody listens is met by the next question; without this it ends the process.
	worker.on('error', () => undefined);
	const close = async () => {
		await worker.terminate();
	};
	const listen = async <Said>(): Promise<Said> => {
		const [said] = (await once(worker, 'message', { signal })) as [Said];
		return said;
	};
	const ask = (): Promise<Batch> => {
		const answer = listen<Batch>();
		// Unhandled while the caller still writes the batch before; the next await throws it.
		answer.catch(() => undefined);
		worker.postMessage('next' satisfies Ask);
		return answer;
	};
	async function* batches() {
		let next = ask();
		for (;;) {
			const batch = await next;
			if (batch.length === 0) return;
			next = ask();
			yield batch;
		}
	}
	try {
		return { first: await listen<FirstWord>(), batches, close };
	} catch (error) {
		await close();
		throw error;
	}
}
