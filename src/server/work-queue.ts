import { setImmediate } from 'node:timers/promises';
import { figured } from '#kernel/number-text.ts';
import { Refusal } from '#kernel/refusal.ts';

/** Limits on heavy work. */
export interface WorkBounds {
	/** tasks that run at the same time */
	atOnce: number;
	/** tasks of one account: running, waiting, or finished with a result that was not fetched yet */
	ofOneAccount: number;
	/** tasks of all accounts: running or waiting */
	ofAll: number;
	/** tasks of all accounts: finished with a result that was not fetched yet */
	unfetchedOfAll: number;
}

/** A reserved place in the queue. */
export interface Ticket {
	/** Resolves when the task may run; of one account one task runs at a time. */
	turn(): Promise<void>;
	/** The work is done: the next task may run; the ticket still counts for its account. */
	release(): void;
	/** Ends the ticket, and releases it. */
	end(): void;
}

interface Task {
	account: string;
	state: 'reserved' | 'waiting' | 'running' | 'released';
	start: () => void;
	began: number;
}

/** Weight of the latest duration in the moving average. */
const latestWeight = 0.3;
const mostSeconds = 300;

/**
 * A queue for work that occupies a processor or a disk for a second or more, such as exports and
 * imports of workspaces: first come, first served, one task at a time per account, so that one
 * account cannot hold up the others.
 */
export class WorkQueue {
	readonly #bounds: WorkBounds;
	/** in the order in which they were reserved */
	readonly #tasks = new Set<Task>();
	/** moving average of the duration of a task, in seconds */
	#averageSeconds = 2;

	constructor(bounds: WorkBounds) {
		this.#bounds = bounds;
	}

	/** @throws Refusal `work.too-many` with retryAfter in seconds */
	#refuse(reason: string): never {
		const rounds = Math.ceil(this.#tasks.size / this.#bounds.atOnce);
		const seconds = Math.min(mostSeconds, Math.max(2, Math.ceil(this.#averageSeconds * rounds)));
		throw new Refusal({
			kind: 'too-many',
			code: 'work.too-many',
			sentence: `${reason} Nothing was changed. Try again in ${figured(seconds, 'second')}.`,
			retryAfter: seconds
		});
	}

	/**
	 * Reserves a place, without waiting.
	 * @param account id of the workspace
	 * @throws Refusal `work.too-many` (429) beyond the limits
	 */
	reserve(account: string): Ticket {
		const own = [...this.#tasks].filter((each) => each.account === account).length;
		if (own >= this.#bounds.ofOneAccount) {
			this.#refuse(
				'Two exports or imports of your account are already running, and more at once are not possible.'
			);
		}
		const released = [...this.#tasks].filter(({ state }) => state === 'released').length;
		const unfinished = this.#tasks.size - released;
		if (unfinished >= this.#bounds.ofAll || released >= this.#bounds.unfetchedOfAll) {
			this.#refuse('The server is busy with other exports and imports.');
		}
		const { promise, resolve } = Promise.withResolvers<undefined>();
		const task: Task = {
			account,
			state: 'reserved',
			start: () => {
				resolve(undefined);
			},
			began: 0
		};
		this.#tasks.add(task);
		return {
			turn: async () => {
				if (task.state === 'reserved') task.state = 'waiting';
				this.#next();
				await promise;
				// Reserving and running happen in two turns of the event loop, so that requests are
				// answered in between.
				await setImmediate();
			},
			release: () => {
				this.#release(task);
			},
			end: () => {
				this.#release(task);
				this.#tasks.delete(task);
				resolve(undefined);
			}
		};
	}

	/**
	 * Runs work with a reserved place. The work itself awaits its turn before it starts to use the
	 * processor: a slow upload must not block the queue.
	 * @throws what `reserve` and the work throw
	 */
	async run<Result>(
		account: string,
		work: (turn: () => Promise<void>) => Promise<Result>
	): Promise<Result> {
		const ticket = this.reserve(account);
		try {
			return await work(ticket.turn);
		} finally {
			ticket.end();
		}
	}

	#release(task: Task): void {
		if (task.state === 'running') {
			const seconds = (performance.now() - task.began) / 1000;
			this.#averageSeconds += latestWeight * (seconds - this.#averageSeconds);
		}
		task.state = 'released';
		this.#next();
	}

	#next(): void {
		const running = [...this.#tasks].filter(({ state }) => state === 'running');
		const busy = new Set(running.map(({ account }) => account));
		let free = this.#bounds.atOnce - running.length;
		for (const task of this.#tasks) {
			if (free <= 0) return;
			if (task.state !== 'waiting' || busy.has(task.account)) continue;
			task.state = 'running';
			task.began = performance.now();
			busy.add(task.account);
			free -= 1;
			task.start();
		}
	}
}

/**
 * The queue for heavy work of this process. Two tasks at once leave a core for pages on a machine
 * with two; two per account allow a second try beside the first; twenty in all wait less than a
 * minute. Sixty results that are fetched slowly occupy a file each and no place to run [D].
 */
export const heavyWork = new WorkQueue({
	atOnce: 2,
	ofOneAccount: 2,
	ofAll: 20,
	unfetchedOfAll: 60
});
