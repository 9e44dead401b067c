import { setImmediate } from 'node:timers/promises';
import { giveBack, startProcess, takeProcess, type ProcessKind } from './process-pool.ts';

/** A process that ended, or was ended, before it answered. */
export class SubprocessEnded extends Error {
	readonly reason: 'memory' | 'time' | 'stopped';
	constructor(reason: SubprocessEnded['reason']) {
		super(`A process of ours ended before it answered (${reason}).`);
		this.name = 'SubprocessEnded';
		this.reason = reason;
	}
}

export interface SubprocessOptions extends ProcessKind {
	/** seconds that one answer may take */
	seconds: number;
}

/** A module in a process of its own, asked one question at a time. */
export interface Subprocess {
	/** @throws SubprocessEnded; what the module threw, as an Error with its message */
	ask<Answer>(question: unknown): Promise<Answer>;
	/** Asks nothing more. What it is still working on ends with it. */
	close(): void;
}

/** What comes back from the other side. */
export type SubprocessAnswer = { answer: unknown } | { error: string };

/** What V8 ends a process with whose heap is full; and the system, when memory is short everywhere. */
const ofMemory: ReadonlySet<string> = new Set(['SIGABRT', 'SIGTRAP', 'SIGKILL']);

/** How an end without an answer came about that was not ours. */
function reasonOf(code: number | null, signal: NodeJS.Signals | null): SubprocessEnded['reason'] {
	return ofMemory.has(signal ?? '') || code === 134 || code === 137 ? 'memory' : 'stopped';
}

/**
 * Runs a module in a process of its own. What somebody brings in may be made to fill a parser's
 * memory, and a thread takes its whole process along when the heap is full; a process does not.
 */
export function openSubprocess(options: SubprocessOptions): Subprocess {
	const taken = takeProcess(options);
	let { child } = taken;
	/** it may have ended while it waited, which is seen only now: then another one is asked the same */
	let mayReplace = taken.isUsed;
	let hasFailed = false;
	let ended: SubprocessEnded | undefined;
	let waiting: (PromiseWithResolvers<unknown> & { question: unknown }) | undefined;
	let timer: NodeJS.Timeout | undefined;
	const settle = (): PromiseWithResolvers<unknown> | undefined => {
		clearTimeout(timer);
		const asked = waiting;
		waiting = undefined;
		return asked;
	};
	const end = (reason: SubprocessEnded['reason']): void => {
		ended ??= new SubprocessEnded(reason);
		child.kill('SIGKILL');
		settle()?.reject(ended);
	};
	const send = (question: unknown): void => {
		const asked = child;
		try {
			asked.send({ question }, (error) => {
				// A process that ended says so by itself, and how; and it may have been replaced by now.
				if (error && asked === child && asked.connected) end('stopped');
			});
		} catch (error) {
			// What cannot be sent was never asked.
			hasFailed = true;
			settle()?.reject(error);
		}
	};
	const onMessage = (said: SubprocessAnswer): void => {
		mayReplace = false;
		if ('error' in said) {
			hasFailed = true;
			settle()?.reject(new Error(said.error));
		} else settle()?.resolve(said.answer);
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
			// Starting a process and writing to it are two steps of the thread that answers requests.
			await setImmediate();
			if (ended) throw ended;
			const asked = { ...Promise.withResolvers<unknown>(), question };
			waiting = asked;
			timer = setTimeout(() => {
				end('time');
			}, options.seconds * 1000);
			send(question);
			return (await asked.promise) as Answer;
		},
		close: () => {
			// Closed already, or gone: the process may be somebody else's by now.
			if (ended) return;
			const isReusable = !waiting && !hasFailed;
			ended = new SubprocessEnded('stopped');
			if (!isReusable) {
				child.kill('SIGKILL');
				settle()?.reject(ended);
				return;
			}
			child.off('message', onMessage).off('exit', onExit);
			giveBack(options, child);
		}
	};
}
