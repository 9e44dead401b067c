import { fork, type ChildProcess } from 'node:child_process';
import { constants, setPriority, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './root.ts';

/** What a process runs. */
export interface ProcessKind {
	/** the module to run, below `src/`; it answers with `answerParent` (`subprocess-entry.ts`) */
	entry: string;
	/** MiB that its heap may have: what is too much for it ends it and nothing else */
	heapMegabytes: number;
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

/** A new process of this kind. */
export function startProcess({ entry, heapMegabytes }: ProcessKind): ChildProcess {
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
	// Its end tells whoever waits; an error that nobody listens to would end the server.
	child.on('error', () => undefined);
	giveWay(child);
	return child;
}

/** Milliseconds that a process waits for the next question [D]. */
const mostIdle = 10_000;
/** As many of one kind as work at once (`work-queue.ts`) [D]. */
const mostIdleOfKind = 2;
/** Files that one reads at most; then it goes, with what may be left in its memory [D]. */
const mostUses = 20;
/** MiB of heap above which none waits: those of the host's large files would hold too much for nothing. */
const largestIdle = 1024;

const idle = new Map<string, ChildProcess[]>();
const ends = new WeakMap<ChildProcess, NodeJS.Timeout>();
const uses = new WeakMap<ChildProcess, number>();

const nameOf = ({ entry, heapMegabytes }: ProcessKind): string =>
	`${entry} ${String(heapMegabytes)}`;

/** Whether the program goes on as long as this process does. */
function hold(child: ChildProcess, isHeld: boolean): void {
	if (isHeld) {
		child.ref();
		child.channel?.ref();
	} else {
		child.unref();
		child.channel?.unref();
	}
}

/** Whether it can be asked, for all that this thread has seen. */
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
 * A process of this kind that was given back, or a new one. Starting one holds up the thread that
 * answers requests for 25 to 100 ms in a server with much memory, since the system copies its tables.
 */
export function takeProcess(kind: ProcessKind): { child: ChildProcess; isUsed: boolean } {
	const name = nameOf(kind);
	for (const child of idle.get(name) ?? []) {
		remove(name, child);
		if (!isAlive(child)) continue;
		hold(child, true);
		return { child, isUsed: true };
	}
	return { child: startProcess(kind), isUsed: false };
}

/** Keeps a process for a while that has answered everything; nobody listens to it any more. */
export function giveBack(kind: ProcessKind, child: ChildProcess): void {
	const name = nameOf(kind);
	const others = idle.get(name) ?? [];
	const used = (uses.get(child) ?? 0) + 1;
	if (
		others.length >= mostIdleOfKind ||
		used >= mostUses ||
		kind.heapMegabytes > largestIdle ||
		!isAlive(child)
	) {
		child.kill('SIGKILL');
		return;
	}
	uses.set(child, used);
	hold(child, false);
	const end = (): void => {
		remove(name, child);
		child.kill('SIGKILL');
	};
	ends.set(child, setTimeout(end, mostIdle).unref());
	idle.set(name, [...others, child]);
}
