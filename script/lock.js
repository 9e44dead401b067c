// Plain JavaScript of the old style and no dependency: this runs before anything is installed, on
// whatever Node the machine has.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * Who holds a lock: its process and those that it has started, each with its start, because a number
 * is given to another process once its own has ended.
 * @typedef {{ machine: string, folder: string, what: string, processes: { id: number, start: string }[] }} Owner
 */

/** Milliseconds between two looks at a lock that somebody else holds. */
const pause = 200;
/** Milliseconds after which a file that cannot be read is no longer being written. */
const writing = 5000;

/** @type {{ path: string, owner: Owner }[]} */
const held = [];

/**
 * When a process began, in a form that the machine never gives twice; `unknown` where it does not say.
 * @param {number} id
 * @returns {string | undefined} nothing when there is no such process
 */
function startOf(id) {
	try {
		process.kill(id, 0);
	} catch (error) {
		// Somebody else's process may not be signalled, and is there all the same.
		if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return undefined;
	}
	if (process.platform === 'win32') return 'unknown';
	try {
		// proc_pid_stat(5): after the name in brackets, the 1st is the state and the 20th the start.
		const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
		const [state, ...others] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return state === 'Z' || state === 'X' ? undefined : others[18];
	} catch {
		// No Linux: macOS and the BSDs say it by ps.
		const said = spawnSync('ps', ['-o', 'lstart=', '-p', String(id)], { encoding: 'utf8' });
		return (said.stdout || '').trim() || 'unknown';
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
 * @returns {Owner | undefined} who holds the lock; nothing where it is free
 */
function ownerOf(path, folder) {
	try {
		const owner = /** @type {Owner} */ (JSON.parse(readFileSync(path, 'utf8')));
		// Whoever was done with it named no process any more, on whatever machine.
		if (owner.processes.length === 0) return undefined;
		// Processes of another machine cannot be looked at; a folder that was copied brings no lock along.
		if (owner.machine !== hostname()) return owner;
		return owner.folder === folder && owner.processes.some(isRunning) ? owner : undefined;
	} catch {
		const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) || { mtimeMs: 0 };
		const unknown = { machine: hostname(), folder, what: 'Another process', processes: [] };
		return Date.now() - mtimeMs < writing ? unknown : undefined;
	}
}

/** @param {string} folder */
function numbersIn(folder) {
	return readdirSync(folder).map(Number).filter(Number.isInteger);
}

/**
 * Tries to take a lock. A lock is a folder of numbered files, and the highest number holds it: who finds
 * its owner ended makes the next number, which only one can. The highest is never removed, so that nobody
 * who looked a while ago takes a number that was passed already.
 * @param {string} folder
 * @param {Owner} mine
 * @returns {Owner | string | undefined} who holds it, or the file by which this process does; nothing
 * where another was quicker
 */
function tryToHold(folder, mine) {
	const last = Math.max(0, ...numbersIn(folder));
	const owner = last > 0 ? ownerOf(join(folder, String(last)), folder) : undefined;
	if (owner) return owner;
	const path = join(folder, String(last + 1));
	try {
		writeFileSync(path, JSON.stringify(mine), { flag: 'wx' });
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined;
		throw error;
	}
	const numbers = numbersIn(folder);
	const passed = Math.max(...numbers) > last + 1 ? [last + 1] : numbers.filter((n) => n <= last);
	for (const number of passed) unlinkSync(join(folder, String(number)));
	return passed[0] === last + 1 ? undefined : path;
}

/**
 * Does a work while no other process does one under the same lock. A lock whose process was killed is
 * free as soon as the programs that it had started have ended, too.
 * @param {string} folder keeps the lock
 * @param {string} what is done, for others who wait: `Installing`
 * @param {() => Promise<void>} work
 */
export async function holding(folder, what, work) {
	mkdirSync(folder, { recursive: true });
	const me = { id: process.pid, start: startOf(process.pid) || 'unknown' };
	const owner = { machine: hostname(), folder, what, processes: [me] };
	let isSaid = false;
	let path = tryToHold(folder, owner);
	while (typeof path !== 'string') {
		if (path && !isSaid) {
			isSaid = true;
			process.stderr.write(waitingFor(path, folder));
		}
		await new Promise((resolve) => setTimeout(resolve, pause));
		path = tryToHold(folder, owner);
	}
	const mine = { path, owner };
	held.push(mine);
	try {
		await work();
	} finally {
		held.splice(held.indexOf(mine), 1);
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
 * Says that a program was started for what is done under a lock: it may live on when this one is killed.
 * @param {number | undefined} id
 */
export function alsoHeldBy(id) {
	if (id === undefined) return;
	for (const { path, owner } of held) {
		owner.processes.push({ id, start: startOf(id) || 'unknown' });
		writeFileSync(path, JSON.stringify(owner));
	}
}
