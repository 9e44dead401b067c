import { openSubprocess, SubprocessEnded } from '#server/subprocess.ts';
import type { Ask, Batch, FileToRead, FirstMessage } from './messages.ts';

/** A file that is read in a subprocess. */
export interface FileReader {
	first: FirstMessage;
	/** yields batches until one is empty; the next one is prepared while the caller handles the last */
	batches(): AsyncGenerator<Batch, void, undefined>;
	close(): void;
}

/** Heap limit of the subprocess in MB; 10 MB of the worst rows need less than half of it. */
const heapMegabytes = 512;
/** Time limit in seconds; the largest file takes two on a small machine. */
const seconds = 60;

/** Answer for a file that exceeded the heap or time limit; it is not retried. */
const tooMuch: FirstMessage = {
	kind: 'refused',
	sentence:
		'Reading this file takes too much memory or time. Nothing was imported. Open the file in a spreadsheet, save it as CSV, and choose the new file.'
};

/** Starts reading a file and waits for its first message. */
export async function openFileReader(file: FileToRead, signal: AbortSignal): Promise<FileReader> {
	const reader = openSubprocess({
		entry: 'features/people/import.process.ts',
		heapMegabytes,
		seconds
	});
	const close = (): void => {
		signal.removeEventListener('abort', close);
		reader.close();
	};
	signal.addEventListener('abort', close);
	if (signal.aborted) close();
	const ask = (): Promise<Batch> => {
		const answer = reader.ask<Batch>('next' satisfies Ask);
		// Prevents an unhandled rejection while the caller writes the previous batch; the next await rethrows it.
		answer.catch(() => undefined);
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
		return { first: await reader.ask<FirstMessage>(file), batches, close };
	} catch (error) {
		close();
		const isFile = error instanceof SubprocessEnded && error.reason !== 'stopped';
		if (isFile) return { first: tooMuch, batches, close };
		throw error;
	}
}
