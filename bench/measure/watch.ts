import { Worker } from 'node:worker_threads';

/** What the watching thread is given. */
export interface WatchOrder {
	origin: string;
	headers: Record<string, string>;
	paths: string[];
	/** milliseconds between two requests for the same page */
	every: number;
}

/** Milliseconds of every answer, by path. */
export type Watched = Record<string, number[]>;

/**
 * Asks for pages at a steady beat until it is stopped, from a thread of its own, so that the work
 * of the bench does not look like a slow server.
 */
export function watch(order: WatchOrder): { stop(): Promise<Watched> } {
	const worker = new Worker(new URL('./watch.worker.ts', import.meta.url), { workerData: order });
	const watched = new Promise<Watched>((resolve, reject) => {
		worker.once('message', resolve);
		worker.once('error', reject);
	});
	// Met where `stop` is awaited; until then nobody listens.
	watched.catch(() => undefined);
	return {
		stop: async () => {
			worker.postMessage('stop');
			const answers = await watched;
			await worker.terminate();
			return answers;
		}
	};
}
