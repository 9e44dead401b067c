import { once } from 'node:events';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ownFile } from '../files.ts';
import { projectRoot } from '../root.ts';
import type { Scope } from '../scope.server.ts';
import type { Database } from '../db/open.ts';
import type { ConnectionSettings } from '../db/connection-settings.ts';
import { heavyWork, type Ticket } from '../work-queue.ts';

/** What the worker is told. */
export interface ExportWanted {
	place: ConnectionSettings;
	workspaceId: string;
	packed: boolean;
	/** of the open file to write */
	descriptor: number;
}

/** Milliseconds after which an export that nobody fetches is let go. */
const longestSilence = 60_000;
/** Milliseconds that fetching one may take in all. */
const longestFetch = 30 * 60_000;

/** A file without a name: it is gone with its last descriptor, also when this process is killed. */
async function unlinkedFile(place: ConnectionSettings): Promise<FileHandle> {
	const beside = place.engine === 'sqlite' ? dirname(place.path) : tmpdir();
	const folder = await mkdtemp(join(beside, '.export-'));
	try {
		return await open(join(folder, 'export'), 'wx+', ownFile);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** A worker thread writes the file; threads of a process share what it has open. */
async function write(wanted: Omit<ExportWanted, 'descriptor'>, signal: AbortSignal) {
	const file = await unlinkedFile(wanted.place);
	// Plain Node runs the file as it is: the built server has `src/` beside it.
	const worker = new Worker(join(projectRoot, 'src/server/transfer/export.worker.ts'), {
		workerData: { ...wanted, descriptor: file.fd } satisfies ExportWanted,
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
 * The workspace's export as a stream. It is written into a file when its turn in the queue for heavy
 * work has come, and read from there, so that a slow line holds a file open and nothing else; what
 * was asked for and not fetched is let go after a minute.
 * @param database that the scope reads: the thread opens it again
 * @param scope of a `secure` operation
 * @throws Refusal `work.too-many` (429)
 */
export function openExport(
	{ place }: Database,
	scope: Scope,
	packed: boolean
): ReadableStream<Uint8Array> {
	const wanted = { place, workspaceId: scope.workspaceId, packed };
	const ticket = heavyWork.reserve(scope.workspaceId);
	const left = new AbortController();
	let pieces: AsyncIterator<Uint8Array> | undefined;
	const end = (): void => {
		clearTimeout(silence);
		clearTimeout(whole);
		left.abort();
		ticket.end();
		void pieces?.return?.();
	};
	let fail: (error: Error) => void = () => undefined;
	const leave = (): void => {
		fail(new Error('Nobody fetched the rest of the export.'));
		end();
	};
	let silence = setTimeout(leave, longestSilence).unref();
	const whole = setTimeout(leave, longestFetch).unref();
	return new ReadableStream<Uint8Array>(
		{
			start: (controller) => {
				fail = (error) => {
					controller.error(error);
				};
			},
			pull: async (controller) => {
				clearTimeout(silence);
				try {
					pieces ??= await begin(wanted, ticket, left.signal);
					const next = await pieces.next();
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
				silence = setTimeout(leave, longestSilence).unref();
			},
			cancel: end
		},
		{ highWaterMark: 0 }
	);
}

async function begin(
	wanted: Omit<ExportWanted, 'descriptor'>,
	ticket: Ticket,
	signal: AbortSignal
): Promise<AsyncIterator<Uint8Array>> {
	await ticket.turn();
	try {
		const file = await write(wanted, signal);
		const stream: AsyncIterable<Uint8Array> = file.createReadStream({ start: 0 });
		return stream[Symbol.asyncIterator]();
	} finally {
		ticket.release();
	}
}
