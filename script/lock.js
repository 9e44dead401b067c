// Plain JavaScript without dependencies that runs on older Node versions, since it runs before anything
// is installed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * The owner of a lock: its process and those it has started, each with its start time, because process
 * ids are reused.
 * @typedef {{ machine: string, folder: string, what: string, processes: { id: number, start: string }[]
 * }} Owner
 */

/** Milliseconds between two attempts to acquire a lock. */
const pollMillis = 200;
/** Milliseconds after which an unreadable lock file counts as damaged and not as being written. */
const writeMillis = 5000;

/** @type {{ path: string, owner: Owner }[]} */
const acquiredLocks = [];

/**
 * The start time of a process, unique per machine for its id; `unknown` where the system does not report
 * it.
 * @param {number} id
 * @returns {string | undefined} undefined when there is no such process
 */
function startOf(id) {
	try {
		process.kill(id, 0);
	} catch (error) {
		// EPERM: the process belongs to another user and exists.
		if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return undefined;
	}
	if (process.platform === 'win32') return 'unknown';
	try {
		// proc_pid_stat(5): after the name in brackets, the 1st is the state and the 20th the start.
		const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
		const [state, ...others] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return state === 'Z' || state === 'X' ? undefined : others[18];
	} catch {
		// Without /proc (macOS, BSD) `ps` reports it.
		const output = spawnSync('ps', ['-o', 'lstart=', '-p', String(id)], { encoding: 'utf8' });
		return (output.stdout || '').trim() || 'unknown';
	}
}

/** @param {Owner['processes'][number]} process */
function isRunning({ id, start }) {
	const now = startOf(id);
	return now !== undefined && (now === start || now === 'unknown' || start === 'unknown');
}

/**
 * @param {string} path
 * @param {string} folder
 * @returns {Owner | undefined} the owner of the lock; undefined where it is free
 */
function ownerOf(path, folder) {
	try {
		const owner = /** @type {Owner} */ (JSON.parse(readFileSync(path, 'utf8')));
		// A released lock has no processes, whatever the machine.
		if (owner.processes.length === 0) return undefined;
		// Processes of another machine cannot be checked; a copied folder does not copy the lock.
		if (owner.machine !== hostname()) return owner;
		return owner.folder === folder && owner.processes.some(isRunning) ? owner : undefined;
	} catch {
		const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) || { mtimeMs: 0 };
		const unknown = { machine: hostname(), folder, what: 'Another process', processes: [] };
		return Date.now() - mtimeMs < writeMillis ? unknown : undefined;
	}
}

/** @param {string} folder */
function numbersIn(folder) {
	return readdirSync(folder).map(Number).filter(Number.isInteger);
}

/**
 * Tries to acquire a lock. A lock is a folder of numbered files, and the file with the highest number
 * holds it: a process that finds its owner ended creates the next number, which only one process can. The
 * highest file is never removed, so that a process with an outdated listing cannot create a number that
 * was used before.
 * @param {string} folder
 * @param {Owner} self
 * @returns {Owner | string | undefined} the owner, or the path of the file by which this process holds
 * the lock; undefined where another process was faster
 */
function tryToAcquire(folder, self) {
	const last = Math.max(0, ...numbersIn(folder));
	const owner = last > 0 ? ownerOf(join(folder, String(last)), folder) : undefined;
	if (owner) return owner;
	const path = join(folder, String(last + 1));
	try {
		writeFileSync(path, JSON.stringify(self), { flag: 'wx' });
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined;
		throw error;
	}
	const numbers = numbersIn(folder);
	const outdated = Math.max(...numbers) > last + 1 ? [last + 1] : numbers.filter((n) => n <= last);
	for (const number of outdated) unlinkSync(join(folder, String(number)));
	return outdated[0] === last + 1 ? undefined : path;
}

/**
 * Runs `work` while no other process holds the lock. The lock of a killed process is released when the
 * programs that it had started have ended.
 * @param {string} folder of the lock
 * @param {string} what is done, for the message to others that wait: `Installing`
 * @param {() => Promise<void>} work
 */
export async function withLock(folder, what, work) {
	mkdirSync(folder, { recursive: true });
	const ownProcess = { id: process.pid, start: startOf(process.pid) || 'unknown' };
	const owner = { machine: hostname(), folder, what, processes: [ownProcess] };
	let isReported = false;
	let path = tryToAcquire(folder, owner);
	while (typeof path !== 'string') {
		// A file that is being written names no process yet; the next attempt reads it.
		if (path && path.processes.length > 0 && !isReported) {
			isReported = true;
			process.stderr.write(waitingFor(path, folder));
		}
		await new Promise((resolve) => setTimeout(resolve, pollMillis));
		path = tryToAcquire(folder, owner);
	}
	const acquired = { path, owner };
	acquiredLocks.push(acquired);
	try {
		await work();
	} finally {
		acquiredLocks.splice(acquiredLocks.indexOf(acquired), 1);
		owner.processes = [];
		writeFileSync(path, JSON.stringify(owner));
	}
}

/**
 * @param {Owner} owner
 * @param {string} folder
 */
function waitingFor({ machine, what, processes }, folder) {
	const ids = processes.map(({ id }) => id).join(', ');
	const by = ids ? ` (process ${ids})` : '';
	if (machine === hostname()) return `${what} is under way already${by}. Waiting for it to end.\n`;
	return `${what} is under way on ${machine}${by}. Waiting for it to end. If it has ended, delete ${folder}\n`;
}

/**
 * Adds a started program to the owners of all held locks, since it may outlive this process.
 * @param {number | undefined} id of its process
 */
export function addLockOwner(id) {
	if (id === undefined) return;
	for (const { path, owner } of acquiredLocks) {
		owner.processes.push({ id, start: startOf(id) || 'unknown' });
		writeFileSync(path, JSON.stringify(owner));
	}
}
