/** How many requests may be under way or wait. */
export interface AdmissionBounds {
	/** worked on, of one client, of a client that is many people, and of all */
	activeOfOne: number;
	activeOfMany: number;
	active: number;
	/** seen and not begun yet, of one client and of all */
	waitingOfOne: number;
	waiting: number;
	/** milliseconds that a request may wait to be begun */
	patience: number;
	/** milliseconds for which a request is taken to work; longer ones wait for something else */
	shortWork: number;
}

/** Milliseconds for which somebody is taken to be about to ask again [D]. */
const stillHere = 250;

/** Why a request is not begun. */
export interface NotAdmitted {
	/** 429 where this client asks for too much at once, 503 where all together do (RFC 6585, RFC 9110) */
	status: 429 | 503;
	/** seconds until another try makes sense */
	retryAfter: number;
}

/** What is to be done with a request. */
export interface Asked {
	begin(): void;
	refuse(why: NotAdmitted): void;
}

interface Waiting extends Asked {
	since: number;
	isMany: boolean;
}

const tooMuchOfOne: NotAdmitted = { status: 429, retryAfter: 1 };
const tooMuchOfAll: NotAdmitted = { status: 503, retryAfter: 2 };

/**
 * Begins requests in fair turns of those who ask, one in each turn of the event loop: whoever sends
 * a hundred at once waits for their own, and a health check or somebody's page is seen in between.
 * Most requests never wait. What is too much is refused at once, at next to no cost. While somebody
 * else asks too, a client's requests are worked on one after the other: those that are worked on
 * together delay every answer, and a flood would delay those of others more than its own.
 */
export class Admission {
	readonly #bounds: AdmissionBounds;
	readonly #now: () => number;
	/** by client; whoever stands first is next */
	readonly #waiting = new Map<string, Waiting[]>();
	readonly #activeOf = new Map<string, number>();
	/** by client, when the youngest of those worked on was begun */
	readonly #youngestOf = new Map<string, number>();
	/** who asked last, and who last before that one */
	#last = { client: '', at: -Infinity };
	#lastOther = { client: '', at: -Infinity };
	/** looks after those that wait when nobody else comes or goes */
	#impatience: NodeJS.Timeout | undefined;
	#waitingCount = 0;
	#active = 0;
	/** one was begun in this turn of the event loop, or one is due in the next */
	#turnTaken = false;

	constructor(bounds: AdmissionBounds, now: () => number = () => performance.now()) {
		this.#bounds = bounds;
		this.#now = now;
	}

	/**
	 * @param client who asks: requests of one share their turns
	 * @param isMany whether this client may be many people, as a network is
	 */
	enter(client: string, asked: Asked, isMany = false): void {
		this.#note(client);
		const queue = this.#waiting.get(client);
		const mayBegin = !this.#turnTaken && this.#waitingCount === 0 && this.#hasSlot(client, isMany);
		if (mayBegin) {
			this.#begin(client, asked);
			return;
		}
		if ((queue?.length ?? 0) >= this.#bounds.waitingOfOne) {
			asked.refuse(tooMuchOfOne);
			return;
		}
		if (this.#waitingCount >= this.#bounds.waiting) {
			asked.refuse(tooMuchOfAll);
			return;
		}
		const { begin, refuse } = asked;
		const waiting = { begin, refuse, since: this.#now(), isMany };
		if (queue) queue.push(waiting);
		else this.#waiting.set(client, [waiting]);
		this.#waitingCount += 1;
		this.#takeTurn();
		this.#watchPatience();
	}

	/** A request that left goes on: what it waited for is here. It does not queue a second time. */
	rejoin(client: string): void {
		this.#active += 1;
		this.#activeOf.set(client, (this.#activeOf.get(client) ?? 0) + 1);
	}

	/** A request that was begun is worked on no more: answered, or waiting for its client. */
	leave(client: string): void {
		const left = (this.#activeOf.get(client) ?? 1) - 1;
		if (left > 0) this.#activeOf.set(client, left);
		else this.#activeOf.delete(client);
		this.#youngestOf.delete(client);
		this.#active -= 1;
		this.#takeTurn();
	}

	#note(client: string): void {
		if (this.#last.client !== client) this.#lastOther = this.#last;
		this.#last = { client, at: this.#now() };
	}

	/** Whether somebody else has asked just now. */
	#hasOthers(client: string): boolean {
		const other = this.#last.client === client ? this.#lastOther : this.#last;
		return this.#now() - other.at < stillHere;
	}

	#hasSlot(client: string, isMany: boolean): boolean {
		const { activeOfOne, activeOfMany, shortWork } = this.#bounds;
		const active = this.#activeOf.get(client) ?? 0;
		if (this.#active >= this.#bounds.active) return false;
		if (isMany) return active < activeOfMany;
		if (active === 0 || active >= activeOfOne) return active < activeOfOne;
		const youngest = this.#youngestOf.get(client) ?? -Infinity;
		return this.#now() - youngest >= shortWork || !this.#hasOthers(client);
	}

	#begin(client: string, asked: Asked): void {
		this.rejoin(client);
		this.#youngestOf.set(client, this.#now());
		this.#takeTurn();
		asked.begin();
	}

	/** After this turn of the event loop comes another, for what waits then. */
	#takeTurn(): void {
		if (this.#turnTaken) return;
		this.#turnTaken = true;
		setImmediate(() => {
			this.#turnTaken = false;
			this.#next();
		});
	}

	#next(): void {
		this.#refuseImpatient();
		for (const [client, queue] of this.#waiting) {
			const [head] = queue;
			if (!head || !this.#hasSlot(client, head.isMany)) continue;
			const next = queue.shift();
			this.#waiting.delete(client);
			// Behind all others, for the next of this client.
			if (queue.length > 0) this.#waiting.set(client, queue);
			if (!next) continue;
			this.#waitingCount -= 1;
			this.#begin(client, next);
			return;
		}
	}

	/** While somebody waits, patience ends also where no other request is seen. */
	#watchPatience(): void {
		this.#impatience ??= setTimeout(() => {
			this.#impatience = undefined;
			this.#takeTurn();
			if (this.#waitingCount > 0) this.#watchPatience();
		}, this.#bounds.patience / 4).unref();
	}

	#refuseImpatient(): void {
		const oldest = this.#now() - this.#bounds.patience;
		for (const [client, queue] of this.#waiting) {
			while (queue[0] && queue[0].since < oldest) {
				this.#waitingCount -= 1;
				queue.shift()?.refuse(tooMuchOfAll);
			}
			if (queue.length === 0) this.#waiting.delete(client);
		}
	}
}

/**
 * Bounds of a server for hundreds of people [D]. A page brings some thirty files at once; three worked
 * on of one client leave most of ten connections to a database to others. Of those who are not signed
 * in, a whole network may share an address, or all of them where a proxy is not known for one: they
 * reach little that costs anything.
 */
export const usualAdmission: AdmissionBounds = {
	activeOfOne: 3,
	activeOfMany: 8,
	active: 1000,
	waitingOfOne: 64,
	waiting: 256,
	patience: 2000,
	shortWork: 250
};
