import { fork, type ChildProcess } from 'node:child_process';
import { constants, setPriority, totalmem } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { projectRoot } from './root.ts';

/** A process that ended, or was ended, before it answered. */
export class SubprocessEnded extends Error {
	readonly reason: 'memory' | 'time' | 'stopped';
	constructor(reason: SubprocessEnded['reason']) {
		super(`A process of ours ended before it answered (${reason}).`);
		this.name = 'SubprocessEnded';
		this.reason = reason;
	}
}

export interface SubprocessOptions {
	/** the module to run, below `src/`; it answers with `answerParent` (`subprocess-entry.ts`) */
	entry: string;
	/** MiB that its heap may have: what is too much for it ends it and nothing else */
	heapMegabytes: number;
	/** seconds that one answer may take */
	seconds: number;
}

/** A module in a process of its own, asked one question at a time. */
export interface Subprocess {
	/** @throws SubprocessEnded; what the module threw, as an Error with its message */
	ask<Answer>(question: unknown): Promise<Answer>;
	/** Ends it, whatever it does. */
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

/** MiB that one process may take of what there is for all, in a container of what that may have: half. */
function halfOfMemory(): number {
	const allowed = process.constrainedMemory();
	const all = allowed > 0 ? Math.min(allowed, totalmem()) : totalmem();
	return Math.floor(all / 2 / 2 ** 20);
}

/** Pages come first: what a process of ours does, somebody waits for already. */
function giveWay({ pid }: ChildProcess): void {
	if (pid === undefined) return;
	try {
		setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
	} catch {
		// It ended already, or the system does not let us: then it runs like any other.
	}
}

/**
 * Runs a module in a process of its own. What somebody brings in may be made to fill a parser's
 * memory, and a thread takes its whole process along when the heap is full; a process does not.
 */
export function openSubprocess({ entry, heapMegabytes, seconds }: SubprocessOptions): Subprocess {
	const child = fork(join(projectRoot, 'src', entry), {
		serialization: 'advanced',
		stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
		execArgv: [
			`--max-old-space-size=${String(Math.min(heapMegabytes, halfOfMemory()))}`,
			'--disable-warning=ExperimentalWarning'
		],
		// It needs no setting and no secret of ours.
		env: { NODE_COMPILE_CACHE: join(projectRoot, 'node_modules/.imago/compiled') }
	});
	giveWay(child);
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
	child.on('message', (said: SubprocessAnswer) => {
		if ('error' in said) settle()?.reject(new Error(said.error));
		else settle()?.resolve(said.answer);
	});
	child.on('exit', (code, signal) => {
		end(reasonOf(code, signal));
	});
	child.on('error', () => {
		end('stopped');
	});
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
			}, seconds * 1000);
			child.send({ question }, (error) => {
				if (error) end('stopped');
			});
			return (await asked.promise) as Answer;
		},
		close: () => {
			ended ??= new SubprocessEnded('stopped');
			clearTimeout(timer);
			child.kill('SIGKILL');
		}
	};
}
