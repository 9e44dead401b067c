import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { BoundedWork } from '../bounded-work.ts';
import { projectRoot } from '../project-root.ts';

/** Message to the worker. */
export interface StrengthRequest {
	password: string;
	/** lower-case words that an attacker would try for this person */
	words: readonly string[];
	/** path of the host's blocklist, see `password-blocklist.ts` */
	blocklist: string | undefined;
}

/** Message from the worker. */
export interface Strength {
	/** number of guesses, as a power of ten */
	guesses: number;
	isListed: boolean;
}

/** One at a time, because there is one worker thread. */
const checks = new BoundedWork({ atOnce: 1, waiting: 16, waitMillis: 10_000 });
/** Milliseconds for one password at most; a hundred times the usual duration. */
const longestAnswer = 30_000;
/**
 * Milliseconds without a password after which the worker with its dictionaries (about 60 MB) is
 * ended.
 */
const idleMillis = 60_000;

let worker: Worker | undefined;
let idle: NodeJS.Timeout | undefined;

function endWorker(): void {
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

function ask(request: StrengthRequest): Promise<Strength> {
	clearTimeout(idle);
	const target = (worker ??= startWorker());
	return new Promise<Strength>((resolve, reject) => {
		const end = (): void => {
			clearTimeout(timeout);
			target.off('message', onAnswer);
			target.off('error', onError);
		};
		const onAnswer = (strength: Strength): void => {
			end();
			idle = setTimeout(endWorker, idleMillis);
			idle.unref();
			resolve(strength);
		};
		const onError = (error: Error): void => {
			end();
			endWorker();
			reject(error);
		};
		const timeout = setTimeout(() => {
			onError(new Error('A password was not checked within 30 seconds.'));
		}, longestAnswer);
		target.on('message', onAnswer);
		target.on('error', onError);
		target.postMessage(request);
	});
}

/**
 * Estimates how many guesses a password withstands, and looks it up in the blocklist of the host.
 * The dictionaries are loaded with the first password, in a worker thread.
 * @throws Refusal `sign-in.busy` when too many passwords are checked at once
 */
export function passwordStrength(request: StrengthRequest): Promise<Strength> {
	return checks.run(() => ask(request));
}
