import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { exportBytes } from './export-text.ts';
import type { ExportRequest } from './write-export.ts';
import { openSnapshot } from './snapshot.ts';

/**
 * Writes an export into a file, in a worker thread, so that the thread that answers requests is
 * free.
 */
const { settings, workspaceId, packed, descriptor } = workerData as ExportRequest;

const snapshot = await openSnapshot(settings);
try {
	const { schema } = snapshot;
	const bytes = exportBytes(snapshot.scopeOf(workspaceId), schema, packed);
	await pipeline(bytes, createWriteStream('', { fd: descriptor, autoClose: false }));
} finally {
	await snapshot.close();
}
parentPort?.postMessage('written');
parentPort?.close();
