import { openSubprocess, SubprocessEnded } from '#server/subprocess.ts';
import type { Ask, Batch, FileToRead, FirstWord } from './messages.ts';

/** A file being read in a process of its own. */
export interface FileReader {
	first: FirstWord;
	/** batches until one is empty; the next is made ready while the caller works on this one */
	batches(): AsyncGenerator<Batch, void, undefined>;
	close(): void;
}

/** 10 MB of the worst rows come to less than half of it. */
const heapMegabytes = 512;
/** The largest file is read in two on a small machine. */
const seconds = 60;

/** A file that filled the memory, or took too long: another try would end like this one. */
const tooMuch: FirstWord = {
	kind: 'refused',
	sentence:
		'Reading this file takes more memory or time than a file of contacts needs. Nothing was imported. Open it in a spreadsheet, save it as CSV, and choose that file.'
};

/** Starts the reading and waits for the first word. */
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
		// Unhandled while the caller still writes the batch before; the next await throws it.
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
		return { first: await reader.ask<FirstWord>(file), batches, close };
	} catch (error) {
		close();
		const isFile = error instanceof SubprocessEnded && error.reason !== 'stopped';
		if (isFile) return { first: tooMuch, batches, close };
		throw error;
	}
}
