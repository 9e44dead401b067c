import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../root.ts';
import type { Scope } from '../scope.server.ts';
import { placeOf, type Place } from '../db/place.ts';

/** What the worker is told. */
export interface ExportWanted {
	place: Place;
	workspaceId: string;
	packed: boolean;
}

/** A line that takes nothing for so long has been left; the snapshot is let go. */
const longestSilence = 60_000;

/**
 * The workspace's export as a stream. A worker thread writes it, from the moment that somebody
 * reads: what was asked for and not fetched costs nothing.
 * @param scope of a `secure` operation
 */
export function openExport(scope: Scope, packed: boolean): ReadableStream<Uint8Array> {
	const wanted = { place: placeOf(scope.db), workspaceId: scope.workspaceId, packed };
	let worker: Worker | undefined;
	let silence: NodeJS.Timeout | undefined;
	const end = async (): Promise<void> => {
		clearTimeout(silence);
		await worker?.terminate();
	};
	return new ReadableStream<Uint8Array>(
		{
			pull: async (controller) => {
				clearTimeout(silence);
				worker ??= startWorker(wanted);
				const answer = once(worker, 'message');
				worker.postMessage('next');
				const [piece] = (await answer) as [Uint8Array | 'end'];
				if (piece === 'end') {
					controller.close();
					await end();
					return;
				}
				controller.enqueue(piece);
				silence = setTimeout(() => {
					controller.error(new Error('Nobody fetched the rest of the export.'));
					void end();
				}, longestSilence);
				silence.unref();
			},
			cancel: end
		},
		{ highWaterMark: 0 }
	);
}

/** Plain Node runs the file as it is: the built server has `src/` beside it. */
function startWorker(wanted: ExportWanted): Worker {
	const worker = new Worker(join(projectRoot, 'src/server/leaving/export.worker.ts'), {
		workerData: wanted,
		execArgv: ['--disable-warning=ExperimentalWarning']
	});
	// An error while nobody listens is met by the next question; without this it ends the process.
	worker.on('error', () => undefined);
	return worker;
}
