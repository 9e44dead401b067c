import type { TalkEvent } from '../rules/events.ts';
import type { StoredLog, Receipt } from './stored-log.ts';

/** Result of sending a batch. */
export type Sent =
	| { kind: 'received'; receipts: Receipt[] }
	/** no network, or an unexpected answer of the server */
	| { kind: 'unreachable' }
	/** the session has ended, or belongs to another account */
	| { kind: 'signed-out' }
	/** the server refused the whole batch; it stays on the device */
	| { kind: 'refused' };

export type Line = 'open' | 'unreachable' | 'signed-out' | 'refused';

/** Dependencies of the sender. */
export interface Post {
	send(events: readonly TalkEvent[]): Promise<Sent>;
	/** calls back after so many milliseconds; returns a function that cancels it */
	later(ms: number, work: () => void): () => void;
	/** called after each attempt: state of the connection, and receipts of the server */
	tried(line: Line, receipts: readonly Receipt[]): void;
}

/** Most events in one request; the operation accepts 200 [D]. */
export const BATCH = 50;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;

/**
 * Sends pending events of the device to the server, one batch at a time, and retries with increasing
 * back-off until a receipt confirms each event. Events are idempotent by id.
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

	/** Sends now: new events are pending, or the network is back. */
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
			// Without receipts, or if they cannot be stored, the same batch would be sent forever.
			if (receipts.length === 0 || !settled) {
				this.#tryAgain();
				return;
			}
			this.#pause = FIRST_PAUSE;
		}
	}

	/** Stores receipts; false if the device is full, so that the events are sent once more. */
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
