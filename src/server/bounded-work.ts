import { Refusal } from '#kernel/refusal.ts';

interface Waiting {
	begin(): void;
	giveUp: NodeJS.Timeout;
}

/** Limits on one kind of costly work. */
export interface Bounds {
	/** tasks that run at the same time */
	atOnce: number;
	/** tasks that may wait; one more is refused at once */
	waiting: number;
	/** milliseconds that a task may wait before it is refused */
	waitMillis: number;
}

/** The refusal when the queue is full or too slow; the input itself is not wrong. */
const busy = new Refusal({
	kind: 'unavailable',
	code: 'sign-in.busy',
	sentence:
		'Many passwords are being checked right now. Nothing was changed, and nothing is locked. Try again in a few seconds.',
	retryAfter: 5
});

/**
 * A bounded queue for costly work, so that a flood of it leaves processor time for pages: it limits
 * the tasks that run, the tasks that wait, and the time that each may wait.
 */
export class BoundedWork {
	readonly #bounds: Bounds;
	readonly #queue = new Set<Waiting>();
	#running = 0;

	constructor(bounds: Bounds) {
		this.#bounds = bounds;
	}

	/**
	 * Runs the work once the limit on running tasks allows it.
	 * @returns what the work returns
	 * @throws Refusal `sign-in.busy` (503, `retryAfter` in seconds) when the queue is full or too
	 * slow
	 */
	async run<Result>(work: () => Promise<Result>): Promise<Result> {
		if (this.#running < this.#bounds.atOnce) this.#running += 1;
		else await this.#waitForTurn();
		try {
			return await work();
		} finally {
			this.#next();
		}
	}

	/** Hands the place of a finished task to the task that has waited longest. */
	#next(): void {
		const [first] = this.#queue;
		if (first) first.begin();
		else this.#running -= 1;
	}

	#waitForTurn(): Promise<void> {
		if (this.#queue.size >= this.#bounds.waiting) return Promise.reject(busy);
		return new Promise((resolve, reject) => {
			const leave = (): void => {
				clearTimeout(waiting.giveUp);
				this.#queue.delete(waiting);
			};
			const waiting: Waiting = {
				begin: () => {
					leave();
					resolve();
				},
				giveUp: setTimeout(() => {
					leave();
					reject(busy);
				}, this.#bounds.waitMillis)
			};
			this.#queue.add(waiting);
		});
	}
}
