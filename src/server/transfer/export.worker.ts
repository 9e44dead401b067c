import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { exportBytes } from './export-text.ts';
import type { ExportWanted } from './open-export.ts';
import { openSnapshot } from './snapshot.ts';

/** Writes an export into a file, apart from the thread that answers requests. */
const { place, workspaceId, packed, descriptor } = workerData as ExportWanted;

const snapshot = await openSnapshot(place);
try {
	const { schema } = snapshot;
	const bytes = exportBytes(snapshot.scopeOf(workspaceId), schema, packed);
	await pipeline(bytes, createWriteStream('', { fd: descriptor, autoClose: false }));
} finally {
	await snapshot.close();
}
parentPort?.postMessage('written');
parentPort?.close();
