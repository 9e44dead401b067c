import { Refusal } from '#kernel/refusal.ts';

interface Waiting {
	begin(): void;
	giveUp: NodeJS.Timeout;
}

/** How much of one kind of costly work is done at once, and how long others wait for it. */
export interface Bounds {
	/** pieces of work at the same time */
	atOnce: number;
	/** pieces that may wait; one more is refused at once */
	waiting: number;
	/** milliseconds that one waits before it is refused */
	waitMillis: number;
}

/** The answer when too much of it is wanted at once: nothing is wrong with what was asked. */
const busy = new Refusal({
	kind: 'unavailable',
	code: 'sign-in.busy',
	sentence:
		'Many passwords are being checked at this moment. Nothing was changed and nothing is locked. Try again in a few seconds.',
	retryAfter: 5
});

/**
 * A queue for costly work, so that a flood of it leaves time for pages: so many pieces at once, so
 * many in the queue, each for so long.
 */
export class BoundedWork {
	readonly #bounds: Bounds;
	readonly #queue = new Set<Waiting>();
	#running = 0;

	constructor(bounds: Bounds) {
		this.#bounds = bounds;
	}

	/**
	 * Does the work when its turn comes.
	 * @returns what the work returns
	 * @throws Refusal `sign-in.busy` (503, `retryAfter` in seconds) when the queue is full or too slow
	 */
	async run<Result>(work: () => Promise<Result>): Promise<Result> {
		if (this.#running < this.#bounds.atOnce) this.#running += 1;
		else await this.#turn();
		try {
			return await work();
		} finally {
			this.#next();
		}
	}

	/** The place of whoever has finished goes to the one that has waited longest. */
	#next(): void {
		const [first] = this.#queue;
		if (first) first.begin();
		else this.#running -= 1;
	}

	#turn(): Promise<void> {
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
