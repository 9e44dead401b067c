import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#server/project-root.ts';

/** Messages to the worker: a chunk of a body, its end, or that it is no longer needed. */
export type FileBodyMessage =
	{ kind: 'chunk'; id: number; bytes: Uint8Array } | { kind: 'end' | 'drop'; id: number };

/** The parsed body with the file as bytes; `value` is undefined where the body is not JSON. */
export interface FileBodyAnswer {
	id: number;
	value: unknown;
}

/** Milliseconds until parsing one body times out, about a hundred times the usual duration. */
const parseTimeout = 30_000;
/** Milliseconds without a file until the worker thread is ended. */
const idleMillis = 60_000;

let worker: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let lastId = 0;
const pending = new Map<number, PromiseWithResolvers<unknown>>();

function end(error: Error): void {
	void worker?.terminate();
	worker = undefined;
	for (const each of pending.values()) each.reject(error);
	pending.clear();
}

function runningWorker(): Worker {
	clearTimeout(idle);
	if (worker) return worker;
	const created = new Worker(join(projectRoot, 'src/surfaces/file-body/file-body.worker.ts'), {
		execArgv: ['--disable-warning=ExperimentalWarning']
	});
	created.on('message', ({ id, value }: FileBodyAnswer) => {
		pending.get(id)?.resolve(value);
	});
	created.on('error', end);
	// After the listeners: listening to messages keeps the process running.
	created.unref();
	worker = created;
	return created;
}

/** A request body with a file, sent in chunks to the worker thread that parses it. */
export interface FileBody {
	push(bytes: Uint8Array): void;
	/** the JSON value with the bytes of the file as `content`; undefined where it is not JSON */
	parsed(): Promise<unknown>;
	/** Releases the memory of the body, whether it arrived completely or not. */
	close(): void;
}

/**
 * Opens a body of more than 1 MB for parsing in a worker thread. Parsing and decoding one takes about 100
 * ms, which would block all other requests on the main thread.
 */
export function openFileBody(): FileBody {
	const id = (lastId += 1);
	const result = Promise.withResolvers<unknown>();
	result.promise.catch(() => undefined);
	pending.set(id, result);
	const send = (message: FileBodyMessage): void => {
		runningWorker().postMessage(message);
	};
	return {
		push: (bytes) => {
			send({ kind: 'chunk', id, bytes });
		},
		parsed: async () => {
			send({ kind: 'end', id });
			const timer = setTimeout(() => {
				result.reject(new Error('A body was not parsed in 30 seconds.'));
			}, parseTimeout);
			try {
				return await result.promise;
			} finally {
				clearTimeout(timer);
			}
		},
		close: () => {
			pending.delete(id);
			worker?.postMessage({ kind: 'drop', id } satisfies FileBodyMessage);
			clearTimeout(idle);
			idle = setTimeout(() => {
				if (pending.size === 0) end(new Error('The worker thread was idle and has ended.'));
			}, idleMillis).unref();
		}
	};
}
