/** Limits on the number of HTTP requests that are processed or queued at once. */
export interface AdmissionBounds {
	/** requests being processed: per client, per network (which may be many people), and in total */
	activePerClient: number;
	activePerNetwork: number;
	active: number;
	/** requests in the queue: per client and in total */
	waitingPerClient: number;
	waiting: number;
	/** milliseconds that a request may spend in the queue before it is refused */
	maxWaitMillis: number;
	/**
	 * milliseconds after which a request counts as long-running: it probably waits for something
	 * outside the event loop, such as a subprocess that reads a file
	 */
	longRunningMillis: number;
	/** milliseconds for which a workspace counts as active after its last request */
	recentMillis: number;
}

/**
 * Milliseconds between two checks of the queue: a queued request may become due by time alone [D].
 */
const recheckMillis = 100;

/** The answer to a request that is refused before it is processed. */
export interface AdmissionRefusal {
	/**
	 * 429 where this client sends too many requests at once, 503 where all clients together do (RFC
	 * 6585, RFC 9110)
	 */
	status: 429 | 503;
	/** value of Retry-After: seconds until another request may succeed */
	retryAfter: number;
}

/**
 * What requests are grouped by: a workspace; a credential that was not looked up yet; a network.
 */
export type ClientKind = 'workspace' | 'credential' | 'network';

/** A slot that a request occupies while it is processed. */
export interface Slot {
	client: string;
	/** when it was acquired, in milliseconds */
	since: number;
}

/** Callbacks that start or refuse a request. */
export interface AdmissionRequest {
	/** @param slot of the request; released with `leave` */
	begin(slot: Slot): void;
	refuse(why: AdmissionRefusal): void;
}

interface QueuedRequest extends AdmissionRequest {
	since: number;
	kind: ClientKind;
}

const clientOverloaded: AdmissionRefusal = { status: 429, retryAfter: 1 };
const serverOverloaded: AdmissionRefusal = { status: 503, retryAfter: 2 };

/**
 * Admits requests fairly between clients (round robin, one request in each turn of the event loop),
 * so that a client that sends a hundred at once waits for its own requests, and health checks and
 * pages of others are processed in between. Most requests never wait. Requests beyond the limits
 * are refused at once, at next to no cost. While another workspace is active, a client gets a new
 * slot only when none of its running requests was started within `longRunningMillis`: requests that
 * run at the same time delay the answers to everybody.
 */
export class Admission {
	readonly #bounds: AdmissionBounds;
	readonly #now: () => number;
	/** queued requests by client; the first client in the map is next */
	readonly #waiting = new Map<string, QueuedRequest[]>();
	readonly #slotsOf = new Map<string, Set<Slot>>();
	/** clients whose queued requests waited because of requests of their own */
	readonly #blockedByOwnRequests = new Set<string>();
	/** the workspace of the latest request, and the latest other workspace before it */
	#last = { client: '', at: -Infinity };
	#previousOther = { client: '', at: -Infinity };
	/** rechecks the queue while no request starts or ends */
	#recheckTimer: NodeJS.Timeout | undefined;
	#waitingCount = 0;
	#active = 0;
	/** a request was started in this turn of the event loop, or one is scheduled for the next */
	#isTurnUsed = false;

	constructor(bounds: AdmissionBounds, now: () => number = () => performance.now()) {
		this.#bounds = bounds;
		this.#now = now;
	}

	/**
	 * @param client client of the request; requests of one client share its limits
	 * @param request callbacks, of which exactly one is called, at once or later
	 * @param kind kind of this client; a network may be many people
	 */
	enter(client: string, request: AdmissionRequest, kind: ClientKind): void {
		if (kind === 'workspace') this.#recordRequest(client);
		const queue = this.#waiting.get(client);
		const mayBegin = !this.#isTurnUsed && this.#waitingCount === 0 && this.#hasSlot(client, kind);
		if (mayBegin) {
			this.#begin(client, request);
			return;
		}
		if ((queue?.length ?? 0) >= this.#bounds.waitingPerClient) {
			request.refuse(clientOverloaded);
			return;
		}
		if (
			this.#waitingCount >= this.#bounds.waiting &&
			!this.#evictFromLongestQueue((queue?.length ?? 0) + 1)
		) {
			request.refuse(serverOverloaded);
			return;
		}
		const { begin, refuse } = request;
		const queued = { begin, refuse, since: this.#now(), kind };
		if (queue) queue.push(queued);
		else this.#waiting.set(client, [queued]);
		this.#waitingCount += 1;
		this.#scheduleNext();
		this.#startRecheckTimer();
	}

	/**
	 * Gives a slot to a request that released its slot with `leave` and continues now. It is not
	 * queued again.
	 */
	rejoin(client: string): Slot {
		const slot = { client, since: this.#now() };
		const slots = this.#slotsOf.get(client);
		if (slots) slots.add(slot);
		else this.#slotsOf.set(client, new Set([slot]));
		this.#active += 1;
		return slot;
	}

	/**
	 * Releases the slot of a request that was answered, or that waits for its client. A slot that was
	 * released before is ignored.
	 */
	leave(slot: Slot): void {
		const slots = this.#slotsOf.get(slot.client);
		if (!slots?.delete(slot)) return;
		if (slots.size === 0) this.#slotsOf.delete(slot.client);
		this.#active -= 1;
		this.#scheduleNext();
	}

	#recordRequest(client: string): void {
		if (this.#last.client !== client) this.#previousOther = this.#last;
		this.#last = { client, at: this.#now() };
	}

	/** Whether a workspace other than this client sent a request within `recentMillis`. */
	#isOtherWorkspaceActive(client: string): boolean {
		const other = this.#last.client === client ? this.#previousOther : this.#last;
		return this.#now() - other.at < this.#bounds.recentMillis;
	}

	#hasSlot(client: string, kind: ClientKind): boolean {
		return this.#active < this.#bounds.active && this.#mayHaveSlot(client, kind);
	}

	/** Whether the limits of one client allow it another slot. */
	#mayHaveSlot(client: string, kind: ClientKind): boolean {
		const { activePerClient, activePerNetwork, longRunningMillis } = this.#bounds;
		const slots = this.#slotsOf.get(client);
		if (!slots) return true;
		if (kind === 'network') return slots.size < activePerNetwork;
		if (slots.size >= activePerClient) return false;
		const latestStart = Math.max(...[...slots].map(({ since }) => since));
		return this.#now() - latestStart >= longRunningMillis || !this.#isOtherWorkspaceActive(client);
	}

	/**
	 * With the queue full, refuses the last request of the client with the most queued requests, if
	 * that client has more than `length`.
	 * @param length number of queued requests that the newcomer's client would have
	 * @returns whether a place in the queue became free
	 */
	#evictFromLongestQueue(length: number): boolean {
		let longest: QueuedRequest[] | undefined;
		for (const queue of this.#waiting.values()) {
			if (queue.length > (longest?.length ?? length)) longest = queue;
		}
		if (!longest) return false;
		this.#waitingCount -= 1;
		longest.pop()?.refuse(serverOverloaded);
		return true;
	}

	#begin(client: string, request: AdmissionRequest): void {
		const slot = this.rejoin(client);
		this.#scheduleNext();
		request.begin(slot);
	}

	/** Schedules the start of the next queued request for the next turn of the event loop. */
	#scheduleNext(): void {
		if (this.#isTurnUsed) return;
		this.#isTurnUsed = true;
		setImmediate(() => {
			this.#isTurnUsed = false;
			this.#next();
		});
	}

	#next(): void {
		this.#refuseExpired();
		for (const [client, queue] of this.#waiting) {
			const [head] = queue;
			if (!head) continue;
			if (!this.#hasSlot(client, head.kind)) {
				if (!this.#mayHaveSlot(client, head.kind)) this.#blockedByOwnRequests.add(client);
				continue;
			}
			const next = queue.shift();
			this.#waiting.delete(client);
			// The client goes to the end of the round robin.
			if (queue.length > 0) this.#waiting.set(client, queue);
			else this.#blockedByOwnRequests.delete(client);
			if (!next) continue;
			this.#waitingCount -= 1;
			this.#begin(client, next);
			return;
		}
	}

	/**
	 * While requests are queued, rechecks the queue at an interval: waiting times end, and requests
	 * become due, also when no other request comes in.
	 */
	#startRecheckTimer(): void {
		this.#recheckTimer ??= setTimeout(() => {
			this.#recheckTimer = undefined;
			this.#scheduleNext();
			if (this.#waitingCount > 0) this.#startRecheckTimer();
		}, recheckMillis).unref();
	}

	#refuseExpired(): void {
		const oldest = this.#now() - this.#bounds.maxWaitMillis;
		for (const [client, queue] of this.#waiting) {
			// 429 for a client that waited because of its own requests, 503 for any other.
			const why = this.#blockedByOwnRequests.has(client) ? clientOverloaded : serverOverloaded;
			while (queue[0] && queue[0].since < oldest) {
				this.#waitingCount -= 1;
				queue.shift()?.refuse(why);
			}
			if (queue.length > 0) continue;
			this.#waiting.delete(client);
			this.#blockedByOwnRequests.delete(client);
		}
	}
}

/**
 * Limits of a server for hundreds of people [D]. A page loads about thirty files at once; three
 * running requests per client leave most of ten database connections to others. Requests that are
 * not signed in are grouped by network, which a whole organization may share, or everybody where a
 * proxy is not configured as trusted; they reach little that is expensive.
 */
export const defaultAdmission: AdmissionBounds = {
	activePerClient: 3,
	activePerNetwork: 8,
	active: 1000,
	waitingPerClient: 64,
	waiting: 256,
	maxWaitMillis: 2000,
	longRunningMillis: 250,
	recentMillis: 5000
};
