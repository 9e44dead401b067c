import { setImmediate } from 'node:timers/promises';
import { figured } from '#kernel/number-text.ts';
import { Refusal } from '#kernel/refusal.ts';

/** How much heavy work there may be. */
export interface WorkBounds {
	/** done at the same moment */
	atOnce: number;
	/** of one account: done, waiting, or done and not fetched yet */
	ofOneAccount: number;
	/** of all accounts together: done or waiting */
	ofAll: number;
	/** of all accounts together: done and not fetched yet */
	heldOfAll: number;
}

/** A place in the queue. */
export interface Ticket {
	/** Resolves when its turn has come; of one account one is done at a time. */
	turn(): Promise<void>;
	/** The work is done: the next one's turn comes, the ticket still counts for its account. */
	release(): void;
	/** The ticket counts no more; releases too. */
	end(): void;
}

interface Held {
	account: string;
	state: 'reserved' | 'waiting' | 'running' | 'released';
	start: () => void;
	began: number;
}

/** A new average counts this much of the newest duration. */
const newestCounts = 0.3;
const mostSeconds = 300;

/**
 * One queue for work that keeps a processor or a disk busy for a second and more: exports, imports
 * of workspaces. First come, first served, one at a time for each account, so that whatever one
 * account asks for, another's turn comes next.
 */
export class WorkQueue {
	readonly #bounds: WorkBounds;
	/** in the order in which they were reserved */
	readonly #held = new Set<Held>();
	/** seconds that such work takes, as it was lately */
	#usual = 2;

	constructor(bounds: WorkBounds) {
		this.#bounds = bounds;
	}

	/** @throws Refusal `work.too-many` with the seconds after which another try makes sense */
	#refuse(whose: string): never {
		const rounds = Math.ceil(this.#held.size / this.#bounds.atOnce);
		const seconds = Math.min(mostSeconds, Math.max(2, Math.ceil(this.#usual * rounds)));
		throw new Refusal({
			kind: 'too-many',
			code: 'work.too-many',
			sentence: `${whose} Nothing was changed. Try again in ${figured(seconds, 'second')}.`,
			retryAfter: seconds
		});
	}

	/**
	 * Takes a place, without waiting.
	 * @param account whose work it is: a workspace's id
	 * @throws Refusal `work.too-many` (429) beyond the bounds
	 */
	reserve(account: string): Ticket {
		const own = [...this.#held].filter((each) => each.account === account).length;
		if (own >= this.#bounds.ofOneAccount) {
			this.#refuse(
				'Two exports or imports of your account are under way, and more at once are not possible.'
			);
		}
		const released = [...this.#held].filter(({ state }) => state === 'released').length;
		const unfinished = this.#held.size - released;
		if (unfinished >= this.#bounds.ofAll || released >= this.#bounds.heldOfAll) {
			this.#refuse('This Imago is busy with the exports and imports of others.');
		}
		const { promise, resolve } = Promise.withResolvers<undefined>();
		const held: Held = {
			account,
			state: 'reserved',
			start: () => {
				resolve(undefined);
			},
			began: 0
		};
		this.#held.add(held);
		return {
			turn: async () => {
				if (held.state === 'reserved') held.state = 'waiting';
				this.#next();
				await promise;
				// What led here and what follows are two steps of the thread that answers requests.
				await setImmediate();
			},
			release: () => {
				this.#release(held);
			},
			end: () => {
				this.#release(held);
				this.#held.delete(held);
				resolve(undefined);
			}
		};
	}

	/**
	 * Does work that holds a place while it lasts. It waits for its turn by itself, where it begins to
	 * keep the machine busy: what comes slowly over a line must keep nobody's turn.
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

	#release(held: Held): void {
		if (held.state === 'running') {
			const seconds = (performance.now() - held.began) / 1000;
			this.#usual += newestCounts * (seconds - this.#usual);
		}
		held.state = 'released';
		this.#next();
	}

	#next(): void {
		const running = [...this.#held].filter(({ state }) => state === 'running');
		const busy = new Set(running.map(({ account }) => account));
		let free = this.#bounds.atOnce - running.length;
		for (const held of this.#held) {
			if (free <= 0) return;
			if (held.state !== 'waiting' || busy.has(held.account)) continue;
			held.state = 'running';
			held.began = performance.now();
			busy.add(held.account);
			free -= 1;
			held.start();
		}
	}
}

/**
 * The heavy work of this process. Two at once leave a core for pages on a machine of two; two of one
 * account are a second try beside the first; twenty of all wait less than a minute. Sixty whose answer
 * is fetched slowly keep a file each and nobody's turn [D].
 */
export const heavyWork = new WorkQueue({ atOnce: 2, ofOneAccount: 2, ofAll: 20, heldOfAll: 60 });
