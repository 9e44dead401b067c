import { setImmediate } from 'node:timers/promises';
import { giveBack, takeProcess, type ProcessKind } from './idle-processes.ts';

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
	const child = takeProcess(options);
	let hasFailed = false;
	let ended: SubprocessEnded | undefined;
	let waiting: PromiseWithResolvers<unknown> | undefined;
	let timer: NodeJS.Timeout | undefined;
	const settle = (): PromiseWithResolvers<unknown> | undefined => {
		clearTimeout(timer);
		const asked = waiting;
		waiting = undefined;
		return asked;
	};
	const end = (reason: SubprocessEnded['reason']): void => {
		ended ??= new SubprocessEnded(reason);
		settle()?.reject(ended);
	};
	const onMessage = (said: SubprocessAnswer): void => {
		if ('error' in said) {
			hasFailed = true;
			settle()?.reject(new Error(said.error));
		} else settle()?.resolve(said.answer);
	};
	const onExit = (code: number | null, signal: NodeJS.Signals | null): void => {
		end(reasonOf(code, signal));
	};
	const onError = (): void => {
		end('stopped');
	};
	child.on('message', onMessage).on('exit', onExit).on('error', onError);
	return {
		ask: async <Answer>(question: unknown) => {
			// Starting a process and writing to it are two steps of the thread that answers requests.
			await setImmediate();
			if (ended) throw ended;
			const asked = Promise.withResolvers<unknown>();
			waiting = asked;
			timer = setTimeout(() => {
				end('time');
				child.kill('SIGKILL');
			}, options.seconds * 1000);
			child.send({ question }, (error) => {
				if (error) end('stopped');
			});
			return (await asked.promise) as Answer;
		},
		close: () => {
			// Closed already, or gone: the process may be somebody else's by now.
			if (ended) return;
			const isReusable = !waiting && !hasFailed;
			ended = new SubprocessEnded('stopped');
			clearTimeout(timer);
			if (!isReusable) {
				child.kill('SIGKILL');
				return;
			}
			child.off('message', onMessage).off('exit', onExit).off('error', onError);
			giveBack(options, child);
		}
	};
}
