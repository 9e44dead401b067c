/** How many requests may be under way or wait. */
export interface AdmissionBounds {
	/** worked on, of one client, of a network, which may be many people, and of all */
	activeOfOne: number;
	activeOfNetwork: number;
	active: number;
	/** seen and not begun yet, of one client and of all */
	waitingOfOne: number;
	waiting: number;
	/** milliseconds that a request may wait to be begun */
	patience: number;
	/** milliseconds after which a request is taken to wait for something else, such as a file's reader */
	longAfter: number;
	/** milliseconds for which somebody who asked is taken to be here still */
	askedWithin: number;
}

/** Milliseconds after which those that wait are looked at again: some may begin by time alone [D]. */
const lookAgain = 100;

/** Why a request is not begun. */
export interface NotAdmitted {
	/** 429 where this client asks for too much at once, 503 where all together do (RFC 6585, RFC 9110) */
	status: 429 | 503;
	/** seconds until another try makes sense */
	retryAfter: number;
}

/** Whose requests are in turns: a workspace's, those of a credential not looked up yet, a network's. */
export type ClientKind = 'workspace' | 'credential' | 'network';

/** The place of a request that is worked on. */
export interface Slot {
	client: string;
	/** when it was taken, in milliseconds */
	since: number;
}

/** What is to be done with a request. */
export interface Asked {
	/** @param slot to be given back with `leave` */
	begin(slot: Slot): void;
	refuse(why: NotAdmitted): void;
}

interface Waiting extends Asked {
	since: number;
	kind: ClientKind;
}

const tooMuchOfOne: NotAdmitted = { status: 429, retryAfter: 1 };
const tooMuchOfAll: NotAdmitted = { status: 503, retryAfter: 2 };

/**
 * Begins requests in fair turns of those who ask, one in each turn of the event loop: whoever sends
 * a hundred at once waits for their own, and a health check or somebody's page is seen in between.
 * Most requests never wait. What is too much is refused at once, at next to no cost. While another
 * workspace asks too, a client begins a request only when none of its others that are still worked
 * on was begun within `longAfter`: those that are worked on together delay everybody's answers.
 */
export class Admission {
	readonly #bounds: AdmissionBounds;
	readonly #now: () => number;
	/** by client; whoever stands first is next */
	readonly #waiting = new Map<string, Waiting[]>();
	readonly #slotsOf = new Map<string, Set<Slot>>();
	/** clients whose line stood still for their own requests */
	readonly #heldBack = new Set<string>();
	/** which workspace asked last, and which last before that one */
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
	 * @param kind what this client is: a network may be many people
	 */
	enter(client: string, asked: Asked, kind: ClientKind): void {
		if (kind === 'workspace') this.#recordAsk(client);
		const queue = this.#waiting.get(client);
		const mayBegin = !this.#turnTaken && this.#waitingCount === 0 && this.#hasSlot(client, kind);
		if (mayBegin) {
			this.#begin(client, asked);
			return;
		}
		if ((queue?.length ?? 0) >= this.#bounds.waitingOfOne) {
			asked.refuse(tooMuchOfOne);
			return;
		}
		if (this.#waitingCount >= this.#bounds.waiting && !this.#makeRoom((queue?.length ?? 0) + 1)) {
			asked.refuse(tooMuchOfAll);
			return;
		}
		const { begin, refuse } = asked;
		const waiting = { begin, refuse, since: this.#now(), kind };
		if (queue) queue.push(waiting);
		else this.#waiting.set(client, [waiting]);
		this.#waitingCount += 1;
		this.#takeTurn();
		this.#watchPatience();
	}

	/** A request that left goes on: what it waited for is here. It does not queue a second time. */
	rejoin(client: string): Slot {
		const slot = { client, since: this.#now() };
		const slots = this.#slotsOf.get(client);
		if (slots) slots.add(slot);
		else this.#slotsOf.set(client, new Set([slot]));
		this.#active += 1;
		return slot;
	}

	/** A request that was begun is worked on no more: answered, or waiting for its client. */
	leave(slot: Slot): void {
		const slots = this.#slotsOf.get(slot.client);
		if (!slots?.delete(slot)) return;
		if (slots.size === 0) this.#slotsOf.delete(slot.client);
		this.#active -= 1;
		this.#takeTurn();
	}

	#recordAsk(client: string): void {
		if (this.#last.client !== client) this.#lastOther = this.#last;
		this.#last = { client, at: this.#now() };
	}

	/** Whether another workspace has asked a short while ago. */
	#hasOthers(client: string): boolean {
		const other = this.#last.client === client ? this.#lastOther : this.#last;
		return this.#now() - other.at < this.#bounds.askedWithin;
	}

	#hasSlot(client: string, kind: ClientKind): boolean {
		return this.#active < this.#bounds.active && this.#mayHaveSlot(client, kind);
	}

	/** Whether a client's own requests leave room for another one. */
	#mayHaveSlot(client: string, kind: ClientKind): boolean {
		const { activeOfOne, activeOfNetwork, longAfter } = this.#bounds;
		const slots = this.#slotsOf.get(client);
		if (!slots) return true;
		if (kind === 'network') return slots.size < activeOfNetwork;
		if (slots.size >= activeOfOne) return false;
		const youngest = Math.max(...[...slots].map(({ since }) => since));
		return this.#now() - youngest >= longAfter || !this.#hasOthers(client);
	}

	/**
	 * Where all places to wait are taken, the last of the longest line leaves for somebody of a shorter.
	 * @param length of the line that the newcomer would make
	 */
	#makeRoom(length: number): boolean {
		let longest: Waiting[] | undefined;
		for (const line of this.#waiting.values()) {
			if (line.length > (longest?.length ?? length)) longest = line;
		}
		if (!longest) return false;
		this.#waitingCount -= 1;
		longest.pop()?.refuse(tooMuchOfAll);
		return true;
	}

	#begin(client: string, asked: Asked): void {
		const slot = this.rejoin(client);
		this.#takeTurn();
		asked.begin(slot);
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
			if (!head) continue;
			if (!this.#hasSlot(client, head.kind)) {
				if (!this.#mayHaveSlot(client, head.kind)) this.#heldBack.add(client);
				continue;
			}
			const next = queue.shift();
			this.#waiting.delete(client);
			// Behind all others, for the next of this client.
			if (queue.length > 0) this.#waiting.set(client, queue);
			else this.#heldBack.delete(client);
			if (!next) continue;
			this.#waitingCount -= 1;
			this.#begin(client, next);
			return;
		}
	}

	/** While somebody waits, patience ends, and turns come by time, also where no other request is seen. */
	#watchPatience(): void {
		this.#impatience ??= setTimeout(() => {
			this.#impatience = undefined;
			this.#takeTurn();
			if (this.#waitingCount > 0) this.#watchPatience();
		}, lookAgain).unref();
	}

	#refuseImpatient(): void {
		const oldest = this.#now() - this.#bounds.patience;
		for (const [client, queue] of this.#waiting) {
			// Who waits behind requests of their own is told so.
			const why = this.#heldBack.has(client) ? tooMuchOfOne : tooMuchOfAll;
			while (queue[0] && queue[0].since < oldest) {
				this.#waitingCount -= 1;
				queue.shift()?.refuse(why);
			}
			if (queue.length > 0) continue;
			this.#waiting.delete(client);
			this.#heldBack.delete(client);
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
	activeOfNetwork: 8,
	active: 1000,
	waitingOfOne: 64,
	waiting: 256,
	patience: 2000,
	longAfter: 250,
	askedWithin: 5000
};
