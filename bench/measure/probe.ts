import { Worker } from 'node:worker_threads';

/** Options of the probing thread. */
export interface ProbeOptions {
	origin: string;
	headers: Record<string, string>;
	paths: string[];
	/** milliseconds between two requests for the same page */
	every: number;
}

/** Milliseconds of every answer, by path. */
export type ProbeResults = Record<string, number[]>;

/**
 * Requests pages at a fixed interval until it is stopped, from a worker thread, so that the work of the
 * bench does not delay the measurement.
 */
export function startProbe(options: ProbeOptions): { stop(): Promise<ProbeResults> } {
	const worker = new Worker(new URL('./probe.worker.ts', import.meta.url), { workerData: options });
	const results = new Promise<ProbeResults>((resolve, reject) => {
		worker.once('message', resolve);
		worker.once('error', reject);
	});
	// Handled where `stop` awaits it.
	results.catch(() => undefined);
	return {
		stop: async () => {
			worker.postMessage('stop');
			const answers = await results;
			await worker.terminate();
			return answers;
		}
	};
}
