import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#server/root.ts';

/** What the worker is told of a body: its chunks as they come, then that it is whole, or not wanted. */
export type FileBodyMessage =
	{ kind: 'chunk'; id: number; bytes: Uint8Array } | { kind: 'end' | 'drop'; id: number };

/** A parsed body, its file as bytes; nothing where it is no JSON. */
export interface FileBodyAnswer {
	id: number;
	value: unknown;
}

/** Milliseconds for one body, a hundred times what it takes. */
const longestAnswer = 30_000;
/** Milliseconds until the thread is let go when no file comes. */
const idleMillis = 60_000;

let worker: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let newest = 0;
const waiting = new Map<number, PromiseWithResolvers<unknown>>();

function end(error: Error): void {
	void worker?.terminate();
	worker = undefined;
	for (const each of waiting.values()) each.reject(error);
	waiting.clear();
}

function started(): Worker {
	clearTimeout(idle);
	if (worker) return worker;
	const fresh = new Worker(join(projectRoot, 'src/surfaces/file-body/file-body.worker.ts'), {
		execArgv: ['--disable-warning=ExperimentalWarning']
	});
	fresh.unref();
	fresh.on('message', ({ id, value }: FileBodyAnswer) => {
		waiting.get(id)?.resolve(value);
	});
	fresh.on('error', end);
	worker = fresh;
	return fresh;
}

/** A body that brings a file, on its way to the thread that parses it. */
export interface FileBody {
	push(bytes: Uint8Array): void;
	/** @returns the JSON value, with the bytes of the file as `content`; nothing where it is no JSON */
	parsed(): Promise<unknown>;
	/** Lets go of it, whole or not. */
	close(): void;
}

/**
 * Begins with a body of more than a megabyte. Parsing and decoding one takes a tenth of a second, in
 * which nobody else would be answered.
 */
export function openFileBody(): FileBody {
	const id = (newest += 1);
	const asked = Promise.withResolvers<unknown>();
	asked.promise.catch(() => undefined);
	waiting.set(id, asked);
	const send = (message: FileBodyMessage): void => {
		started().postMessage(message);
	};
	return {
		push: (bytes) => {
			send({ kind: 'chunk', id, bytes });
		},
		parsed: async () => {
			send({ kind: 'end', id });
			const late = setTimeout(() => {
				asked.reject(new Error('A body was not parsed in 30 seconds.'));
			}, longestAnswer);
			try {
				return await asked.promise;
			} finally {
				clearTimeout(late);
			}
		},
		close: () => {
			waiting.delete(id);
			worker?.postMessage({ kind: 'drop', id } satisfies FileBodyMessage);
			clearTimeout(idle);
			idle = setTimeout(() => {
				if (waiting.size === 0) end(new Error('The thread was let go.'));
			}, idleMillis).unref();
		}
	};
}
