import { once } from 'node:events';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ownFile } from '../files.ts';
import { projectRoot } from '../project-root.ts';
import type { Scope } from '../scope.server.ts';
import type { Database } from '../db/open.ts';
import type { ConnectionSettings } from '../db/connection-settings.ts';
import { heavyWork, type Ticket } from '../work-queue.ts';

/** Message to the worker. */
export interface ExportRequest {
	settings: ConnectionSettings;
	workspaceId: string;
	packed: boolean;
	/** descriptor of the open file to write */
	descriptor: number;
}

/** Milliseconds after which an export that is not fetched is dropped. */
const maxSilenceMillis = 60_000;
/** Milliseconds that fetching an export may take in all. */
const maxFetchMillis = 30 * 60_000;

/**
 * Opens a file and unlinks it, so that it is deleted with its last descriptor, also when this
 * process is killed.
 */
async function unlinkedFile(settings: ConnectionSettings): Promise<FileHandle> {
	const beside = settings.engine === 'sqlite' ? dirname(settings.path) : tmpdir();
	const folder = await mkdtemp(join(beside, '.export-'));
	try {
		return await open(join(folder, 'export'), 'wx+', ownFile);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Writes the export in a worker thread; the threads of a process share file descriptors. */
async function write(request: Omit<ExportRequest, 'descriptor'>, signal: AbortSignal) {
	const file = await unlinkedFile(request.settings);
	// Node runs the TypeScript file itself; the built server has `src/` beside it.
	const worker = new Worker(join(projectRoot, 'src/server/transfer/export.worker.ts'), {
		workerData: { ...request, descriptor: file.fd } satisfies ExportRequest,
		execArgv: ['--disable-warning=ExperimentalWarning']
	});
	try {
		await once(worker, 'message', { signal });
		return file;
	} catch (error) {
		await worker.terminate();
		await file.close();
		throw error;
	} finally {
		await worker.terminate();
	}
}

/**
 * The export of a workspace as a stream. It is written into a file when its turn in the queue for
 * heavy work has come, and read from there, so that a slow client occupies an open file and nothing
 * else; an export that is not fetched is dropped after a minute.
 * @param database that the scope reads; the worker opens it again
 * @param scope of a `secure` operation
 * @throws Refusal `work.too-many` (429)
 */
export function openExport(
	{ settings }: Database,
	scope: Scope,
	packed: boolean
): ReadableStream<Uint8Array> {
	const request = { settings, workspaceId: scope.workspaceId, packed };
	const ticket = heavyWork.reserve(scope.workspaceId);
	const abortController = new AbortController();
	let chunks: AsyncIterator<Uint8Array> | undefined;
	const end = (): void => {
		clearTimeout(silenceTimer);
		clearTimeout(fetchTimer);
		abortController.abort();
		ticket.end();
		void chunks?.return?.();
	};
	let fail: (error: Error) => void = () => undefined;
	const abandon = (): void => {
		fail(new Error('Nobody fetched the rest of the export.'));
		end();
	};
	let silenceTimer = setTimeout(abandon, maxSilenceMillis).unref();
	const fetchTimer = setTimeout(abandon, maxFetchMillis).unref();
	return new ReadableStream<Uint8Array>(
		{
			start: (controller) => {
				fail = (error) => {
					controller.error(error);
				};
			},
			pull: async (controller) => {
				clearTimeout(silenceTimer);
				try {
					chunks ??= await begin(request, ticket, abortController.signal);
					const next = await chunks.next();
					if (next.done) {
						controller.close();
						end();
						return;
					}
					controller.enqueue(next.value);
				} catch (error) {
					end();
					throw error;
				}
				silenceTimer = setTimeout(abandon, maxSilenceMillis).unref();
			},
			cancel: end
		},
		{ highWaterMark: 0 }
	);
}

async function begin(
	request: Omit<ExportRequest, 'descriptor'>,
	ticket: Ticket,
	signal: AbortSignal
): Promise<AsyncIterator<Uint8Array>> {
	await ticket.turn();
	try {
		const file = await write(request, signal);
		const stream: AsyncIterable<Uint8Array> = file.createReadStream({ start: 0 });
		return stream[Symbol.asyncIterator]();
	} finally {
		ticket.release();
	}
}
