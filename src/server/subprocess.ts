import { setImmediate } from 'node:timers/promises';
import { returnProcess, startProcess, acquireProcess, type ProcessKind } from './process-pool.ts';

/** The subprocess ended before it answered. */
export class SubprocessEnded extends Error {
	readonly reason: 'memory' | 'time' | 'stopped';
	constructor(reason: SubprocessEnded['reason']) {
		super(`A process of ours ended before it answered (${reason}).`);
		this.name = 'SubprocessEnded';
		this.reason = reason;
	}
}

export interface SubprocessOptions extends ProcessKind {
	/** seconds after which the process is ended if it has not answered */
	seconds: number;
}

/** A module that runs in a subprocess and answers one question at a time. */
export interface Subprocess {
	/** @throws SubprocessEnded; or an Error with the message of what the module threw */
	ask<Answer>(question: unknown): Promise<Answer>;
	/** Releases the process. Work that is still running is ended with it. */
	close(): void;
}

/** The message that the subprocess sends back. */
export type SubprocessAnswer = { answer: unknown } | { error: string };

/**
 * Signals that end a process for lack of memory: from V8 when the heap is full, from the system
 * when memory is short.
 */
const memorySignals: ReadonlySet<string> = new Set(['SIGABRT', 'SIGTRAP', 'SIGKILL']);

/** The reason of an end that this side did not cause. */
function reasonOf(code: number | null, signal: NodeJS.Signals | null): SubprocessEnded['reason'] {
	return memorySignals.has(signal ?? '') || code === 134 || code === 137 ? 'memory' : 'stopped';
}

/**
 * Runs a module in a subprocess. An uploaded file may be made to exhaust the memory of a parser; in
 * a thread that ends the whole process, in a subprocess it does not.
 */
export function openSubprocess(options: SubprocessOptions): Subprocess {
	const taken = acquireProcess(options);
	let { child } = taken;
	/**
	 * whether a reused process may have ended while it was idle, which is noticed only now: the
	 * question is then sent to a new one
	 */
	let mayReplace = taken.isUsed;
	let hasFailed = false;
	let ended: SubprocessEnded | undefined;
	let waiting: (PromiseWithResolvers<unknown> & { question: unknown }) | undefined;
	let timer: NodeJS.Timeout | undefined;
	const settle = (): PromiseWithResolvers<unknown> | undefined => {
		clearTimeout(timer);
		const pending = waiting;
		waiting = undefined;
		return pending;
	};
	const end = (reason: SubprocessEnded['reason']): void => {
		ended ??= new SubprocessEnded(reason);
		child.kill('SIGKILL');
		settle()?.reject(ended);
	};
	const send = (question: unknown): void => {
		const receiver = child;
		try {
			receiver.send({ question }, (error) => {
				// The exit event reports an ended process with its reason; by now it may have been
				// replaced.
				if (!error || receiver !== child || !receiver.connected) return;
				// A reused process that ended while idle: its exit event sends the question to a new one.
				if (mayReplace) receiver.kill('SIGKILL');
				else end('stopped');
			});
		} catch (error) {
			// A question that cannot be serialized was never sent.
			hasFailed = true;
			settle()?.reject(error);
		}
	};
	const onMessage = (message: SubprocessAnswer): void => {
		mayReplace = false;
		if ('error' in message) {
			hasFailed = true;
			settle()?.reject(new Error(message.error));
		} else settle()?.resolve(message.answer);
	};
	const onExit = (code: number | null, signal: NodeJS.Signals | null): void => {
		if (ended) return;
		if (!mayReplace) {
			end(reasonOf(code, signal));
			return;
		}
		mayReplace = false;
		child = startProcess(options);
		listen();
		if (waiting) send(waiting.question);
	};
	const listen = (): void => {
		child.on('message', onMessage).on('exit', onExit);
	};
	listen();
	return {
		ask: async <Answer>(question: unknown) => {
			// Starting a process and writing to it happen in two turns of the event loop, so that
			// requests are answered in between.
			await setImmediate();
			if (ended) throw ended;
			const pending = { ...Promise.withResolvers<unknown>(), question };
			waiting = pending;
			timer = setTimeout(() => {
				end('time');
			}, options.seconds * 1000);
			send(question);
			return (await pending.promise) as Answer;
		},
		close: () => {
			// Closed already, or ended: the process may be in use by another caller now.
			if (ended) return;
			const isReusable = !waiting && !hasFailed;
			ended = new SubprocessEnded('stopped');
			if (!isReusable) {
				child.kill('SIGKILL');
				settle()?.reject(ended);
				return;
			}
			child.off('message', onMessage).off('exit', onExit);
			returnProcess(options, child);
		}
	};
}
