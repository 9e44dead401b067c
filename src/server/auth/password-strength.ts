import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { BoundedWork } from '../bounded-work.ts';
import { projectRoot } from '../root.ts';

/** What the worker is asked. */
export interface StrengthWanted {
	password: string;
	/** lower-case words that a guesser would try for this person */
	words: readonly string[];
	/** path of the host's list, see `password-blocklist.ts` */
	blocklist: string | undefined;
}

/** What the worker answers. */
export interface Strength {
	/** how many guesses it takes, as a power of ten */
	guesses: number;
	isListed: boolean;
}

/** One at a time: the dictionaries are in one thread. */
const judging = new BoundedWork({ atOnce: 1, waiting: 16, waitMillis: 10_000 });
/** Milliseconds for one password; a hundred times what it takes. */
const longestAnswer = 30_000;
/** Milliseconds until the dictionaries (about 60 MB) are let go when no password is set. */
const idleMillis = 60_000;

let worker: Worker | undefined;
let idle: NodeJS.Timeout | undefined;

function letGo(): void {
	clearTimeout(idle);
	void worker?.terminate();
	worker = undefined;
}

function startWorker(): Worker {
	const started = new Worker(join(projectRoot, 'src/server/auth/password-strength.worker.ts'), {
		execArgv: ['--disable-warning=ExperimentalWarning']
	});
	started.unref();
	return started;
}

function ask(wanted: StrengthWanted): Promise<Strength> {
	clearTimeout(idle);
	const asked = (worker ??= startWorker());
	return new Promise<Strength>((resolve, reject) => {
		const end = (): void => {
			clearTimeout(late);
			asked.off('message', answered);
			asked.off('error', failed);
		};
		const answered = (strength: Strength): void => {
			end();
			idle = setTimeout(letGo, idleMillis);
			idle.unref();
			resolve(strength);
		};
		const failed = (error: Error): void => {
			end();
			letGo();
			reject(error);
		};
		const late = setTimeout(() => {
			failed(new Error('A password was not judged in 30 seconds.'));
		}, longestAnswer);
		asked.on('message', answered);
		asked.on('error', failed);
		asked.postMessage(wanted);
	});
}

/**
 * How many guesses a password needs, and whether the host's list has it. The dictionaries are loaded
 * with the first password that is set, in a thread of their own.
 * @throws Refusal `sign-in.busy` when too many are set at once
 */
export function passwordStrength(wanted: StrengthWanted): Promise<Strength> {
	return judging.run(() => ask(wanted));
}
