import type { TalkEvent } from '../rules/events.ts';
import type { StoredLog, Receipt } from './stored-log.ts';

/** How sending a batch went. */
export type Sent =
	| { kind: 'received'; receipts: Receipt[] }
	/** no network, or a server that does not answer as it should */
	| { kind: 'unreachable' }
	/** the session is over, or belongs to somebody else by now */
	| { kind: 'signed-out' }
	/** the server wants none of it; everything stays here */
	| { kind: 'refused' };

export type Line = 'open' | 'unreachable' | 'signed-out' | 'refused';

/** What the sender needs of the world. */
export interface Post {
	send(events: readonly TalkEvent[]): Promise<Sent>;
	/** calls back after so many milliseconds; returns how to call it off */
	later(ms: number, work: () => void): () => void;
	/** called after each try: how the line is, and what the server has by now */
	tried(line: Line, receipts: readonly Receipt[]): void;
}

/** Events in one request; the operation takes 200 [D]. */
export const BATCH = 50;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;

/**
 * Brings what waits on the device to the server, batch by batch, one at a time; again and again
 * with growing pauses, until a receipt says that it is there. Sending twice does no harm.
 */
export class Sender {
	readonly #log: Pick<StoredLog, 'waiting' | 'settle'>;
	readonly #post: Post;
	#pause = FIRST_PAUSE;
	#sending = false;
	#again = false;
	#stopped = false;
	#callOff: (() => void) | undefined;

	constructor(log: Pick<StoredLog, 'waiting' | 'settle'>, post: Post) {
		this.#log = log;
		this.#post = post;
	}

	/** Something waits, or the network is back: send now. */
	async nudge(): Promise<void> {
		this.#callOff?.();
		this.#callOff = undefined;
		if (this.#stopped) return;
		if (this.#sending) {
			this.#again = true;
			return;
		}
		this.#sending = true;
		try {
			await this.#sendAll();
		} finally {
			this.#sending = false;
		}
		if (this.#again) {
			this.#again = false;
			await this.nudge();
		}
	}

	stop(): void {
		this.#stopped = true;
		this.#callOff?.();
	}

	async #sendAll(): Promise<void> {
		while (!this.#stopped) {
			const batch = await this.#log.waiting(BATCH);
			if (batch.length === 0) return;
			const sent = await this.#post.send(batch);
			if (sent.kind !== 'received') {
				this.#post.tried(sent.kind, []);
				this.#tryAgain();
				return;
			}
			const known = new Set(batch.map(({ id }) => id));
			const receipts = sent.receipts.filter(({ id }) => id !== null && known.has(id));
			const settled = await this.#settle(receipts);
			this.#post.tried('open', receipts);
			// Without a receipt, or a device that cannot note it, one would ask in a circle.
			if (receipts.length === 0 || !settled) {
				this.#tryAgain();
				return;
			}
			this.#pause = FIRST_PAUSE;
		}
	}

	/** A full device cannot note what is there already; sending it once more does no harm. */
	async #settle(receipts: readonly Receipt[]): Promise<boolean> {
		try {
			await this.#log.settle(receipts);
			return true;
		} catch {
			return false;
		}
	}

	#tryAgain(): void {
		if (this.#stopped) return;
		this.#callOff = this.#post.later(this.#pause, () => void this.nudge());
		this.#pause = Math.min(LONGEST_PAUSE, this.#pause * 2);
	}
}
