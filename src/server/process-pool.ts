import { fork, type ChildProcess } from 'node:child_process';
import { constants, setPriority, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

/** Kind of a subprocess. */
export interface ProcessKind {
	/** the module to run, below `src/`; it answers with `answerParent` (`subprocess-entry.ts`) */
	entry: string;
	/** limit of its heap in MiB; exceeding it ends this process and no other */
	heapMegabytes: number;
}

/** Half of the memory of the machine or the container, in MiB: the limit of one process. */
function halfOfMemory(): number {
	const allowed = process.constrainedMemory();
	const all = allowed > 0 ? Math.min(allowed, totalmem()) : totalmem();
	return Math.floor(all / 2 / 2 ** 20);
}

/** Lowers the priority of a subprocess, so that pages are answered first. */
function lowerPriority({ pid }: ChildProcess): void {
	if (pid === undefined) return;
	try {
		setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
	} catch {
		// It has ended already, or the system does not allow it: then it runs at normal priority.
	}
}

/** Starts a new subprocess of this kind. */
export function startProcess({ entry, heapMegabytes }: ProcessKind): ChildProcess {
	const child = fork(join(projectRoot, 'src', entry), {
		serialization: 'advanced',
		stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
		execArgv: [
			`--max-old-space-size=${String(Math.min(heapMegabytes, halfOfMemory()))}`,
			'--disable-warning=ExperimentalWarning'
		],
		// No settings and no secrets are passed on.
		env: { NODE_COMPILE_CACHE: join(projectRoot, 'node_modules/.imago/compiled') }
	});
	// The exit event is handled; an unhandled error event would end the server.
	child.on('error', () => undefined);
	lowerPriority(child);
	return child;
}

/** Milliseconds that an idle process is kept [D]. */
const maxIdleMillis = 10_000;
/** Idle processes that are kept per kind: as many as work at once (`work-queue.ts`) [D]. */
const maxIdlePerKind = 2;
/** Tasks of one process at most; then it is ended, with what may remain in its memory [D]. */
const maxUses = 20;
/**
 * Heap limit in MiB above which no idle process is kept: those for large files of the host would
 * occupy memory for nothing.
 */
const maxIdleHeapMegabytes = 1024;

const idle = new Map<string, ChildProcess[]>();
const ends = new WeakMap<ChildProcess, NodeJS.Timeout>();
const uses = new WeakMap<ChildProcess, number>();

const nameOf = ({ entry, heapMegabytes }: ProcessKind): string =>
	`${entry} ${String(heapMegabytes)}`;

/** Sets whether the subprocess keeps this program from ending. */
function setReferenced(child: ChildProcess, isReferenced: boolean): void {
	if (isReferenced) {
		child.ref();
		child.channel?.ref();
	} else {
		child.unref();
		child.channel?.unref();
	}
}

/** Whether the process can take a task, as far as this thread knows. */
function isAlive({ connected, exitCode, signalCode }: ChildProcess): boolean {
	return connected && exitCode === null && signalCode === null;
}

function remove(name: string, child: ChildProcess): void {
	clearTimeout(ends.get(child));
	const left = (idle.get(name) ?? []).filter((other) => other !== child);
	if (left.length > 0) idle.set(name, left);
	else idle.delete(name);
}

/**
 * Acquires an idle process of this kind, or starts a new one. A start blocks the thread that
 * answers requests for 25 to 100 ms in a server with much memory, since the system copies its page
 * tables.
 */
export function acquireProcess(kind: ProcessKind): { child: ChildProcess; isUsed: boolean } {
	const name = nameOf(kind);
	for (const child of idle.get(name) ?? []) {
		remove(name, child);
		if (!isAlive(child)) continue;
		setReferenced(child, true);
		return { child, isUsed: true };
	}
	return { child: startProcess(kind), isUsed: false };
}

/**
 * Returns a process that has answered everything, with no listeners left, to the pool; ends it
 * where the pool has no use for it.
 */
export function returnProcess(kind: ProcessKind, child: ChildProcess): void {
	const name = nameOf(kind);
	const others = idle.get(name) ?? [];
	const used = (uses.get(child) ?? 0) + 1;
	if (
		others.length >= maxIdlePerKind ||
		used >= maxUses ||
		kind.heapMegabytes > maxIdleHeapMegabytes ||
		!isAlive(child)
	) {
		child.kill('SIGKILL');
		return;
	}
	uses.set(child, used);
	setReferenced(child, false);
	const end = (): void => {
		remove(name, child);
		child.kill('SIGKILL');
	};
	ends.set(child, setTimeout(end, maxIdleMillis).unref());
	idle.set(name, [...others, child]);
}
