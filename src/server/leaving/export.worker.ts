import { parentPort, workerData } from 'node:worker_threads';
import { exportBytes } from './export-text.ts';
import type { ExportWanted } from './open-export.ts';
import { openSnapshot } from './snapshot.ts';

/**
 * Writes an export apart from the thread that answers requests: one piece for each time it is
 * asked, so that a slow line makes it wait instead of filling the memory.
 */
const { place, workspaceId, packed } = workerData as ExportWanted;
let asked = Promise.withResolvers<undefined>();
parentPort?.on('message', () => {
	asked.resolve(undefined);
});

async function answer(piece: Uint8Array | 'end'): Promise<void> {
	await asked.promise;
	asked = Promise.withResolvers();
	parentPort?.postMessage(piece);
}

const snapshot = await openSnapshot(place);
const { schema } = snapshot;
for await (const piece of exportBytes(snapshot.scopeOf(workspaceId), schema, packed)) {
	await answer(piece);
}
await snapshot.close();
await answer('end');
parentPort?.close();
