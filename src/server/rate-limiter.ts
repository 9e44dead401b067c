import { isIPv4 } from 'node:net';
import { figured } from '#kernel/number-text.ts';
import { Refusal } from '#kernel/refusal.ts';

/** A rate limit: at most so many tries in a window of so many minutes. */
export interface Limit {
	most: number;
	minutes: number;
}

/** Rate limits; explained in `docs/security/measures.md`. */
export const limits = {
	/** API keys and links of guests that do not exist */
	misses: { most: 30, minutes: 10 },
	/** requests of one API key [D]: ten a second, more than an interactive program needs */
	requests: { most: 600, minutes: 1 },
	/** log lines about tries that were refused by the rate limit [D] */
	lines: { most: 1, minutes: 1 }
} satisfies Record<string, Limit>;

/**
 * Back-off for tries that may be guesses: the first failures are free, then each try has to wait 1,
 * 2, 4, … seconds after the previous one. Nobody is locked out: after the wait the right credential
 * works.
 */
export interface Backoff {
	/** failures without a wait */
	free: number;
	/** seconds of the longest wait */
	longest: number;
	/** minutes after the last failure until the count is reset */
	minutes: number;
}

/** Back-off of sign-in; reasons in `docs/decisions/0030-who-gets-in.md`. */
export const backoffs = {
	/** failed sign-ins of one account from one network */
	account: { free: 5, longest: 60, minutes: 15 },
	/**
	 * failed sign-ins of any account from one network, except accounts that signed in from there
	 * before [D]
	 */
	network: { free: 60, longest: 30, minutes: 15 },
	/**
	 * failed sign-ins of one account from any network, except networks that it signed in from before
	 * [D]
	 */
	everywhere: { free: 100, longest: 60, minutes: 60 },
	/** passkey challenges, each of which is a row for five minutes [D] */
	challenges: { free: 300, longest: 10, minutes: 10 }
} satisfies Record<string, Backoff>;

/** Seconds to wait after this number of failures. */
export function waitAfter(failures: number, { free, longest }: Backoff): number {
	return failures < free ? 0 : Math.min(longest, 2 ** Math.min(failures - free, 30));
}

/**
 * The network of an address, /24 for IPv4 and /64 for IPv6, so that all addresses of one host share
 * a count.
 */
export function networkOf(address: string): string {
	const mapped = address.replace(/^::ffff:/i, '');
	if (isIPv4(mapped)) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`;
	const [head = '', tail = ''] = address.toLowerCase().split('::');
	const left = head.split(':').filter(Boolean);
	const right = tail.split(':').filter(Boolean);
	const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
	const groups = address.includes('::') ? [...left, ...zeros, ...right] : left;
	return `${groups.slice(0, 4).join(':')}::/64`;
}

/** Remaining quota of a window after a try. */
export interface Quota {
	/** tries that remain, 0 or more */
	left: number;
	/** whole seconds until the window ends, 1 or more */
	seconds: number;
}

/**
 * Counts tries. One process keeps the counts in memory; several keep them in their database
 * (`rate-limiter-in-database.ts`), so that they share one limit.
 */
export interface Limiter {
	/**
	 * Counts a try, unless the window is used up, in one atomic step.
	 * @returns what remains of the window after this try
	 * @throws Refusal `too-many` with the seconds to wait, when the window is used up
	 */
	take(name: string, key: string, limit: Limit, nowMillis: number): Promise<Quota>;
	/**
	 * Counts a try that may be a guess, before its outcome is known, in one atomic step. A try that
	 * comes before its wait is over is refused and does not extend the wait.
	 * @throws Refusal `too-many` with the seconds to wait
	 */
	slow(name: string, key: string, backoff: Backoff, nowMillis: number): Promise<void>;
	/** Subtracts one try, when it turned out to be no failure. */
	refund(name: string, key: string): Promise<void>;
	/** Deletes the count of a key, after a success. */
	clear(name: string, key: string): Promise<void>;
}

function durationText(seconds: number): string {
	return seconds <= 60 ? figured(seconds, 'second') : figured(Math.ceil(seconds / 60), 'minute');
}

/**
 * The refusal of a try.
 * @param untilMillis when the next try is allowed, milliseconds since 1970
 */
export function tooMany(name: string, untilMillis: number, nowMillis: number): Refusal {
	const seconds = Math.max(1, Math.ceil((untilMillis - nowMillis) / 1000));
	return new Refusal({
		kind: 'too-many',
		code: `${name}.too-many`,
		sentence: `Too many attempts from your network. Nothing was changed, and nothing is locked. Try again in ${durationText(seconds)}.`,
		retryAfter: seconds
	});
}

interface Count {
	used: number;
	/** milliseconds since 1970 when the window ends */
	until: number;
	/** milliseconds since 1970 when the next try is allowed, where there is back-off */
	next?: number;
}

/** Number of the oldest counts that are examined when a count has to be dropped. */
const sampleSize = 64;

/**
 * Counts in memory, in fixed windows. Each name has at most `mostKept` counts, so memory is
 * bounded: many tries of one kind do not push out those of another, and many small counts do not
 * push out a large one.
 */
export class MemoryLimiter implements Limiter {
	readonly #names = new Map<string, Map<string, Count>>();
	readonly #mostKept: number;
	constructor(mostKept = 20_000) {
		this.#mostKept = mostKept;
	}

	#of(name: string): Map<string, Count> {
		const counts = this.#names.get(name) ?? new Map<string, Count>();
		this.#names.set(name, counts);
		return counts;
	}

	#current(name: string, key: string, nowMillis: number): Count | undefined {
		const counts = this.#of(name);
		const count = counts.get(key);
		if (count && count.until > nowMillis) return count;
		if (count) counts.delete(key);
		return undefined;
	}

	take(name: string, key: string, limit: Limit, nowMillis: number): Promise<Quota> {
		const count = this.#current(name, key, nowMillis);
		if (count && count.used >= limit.most) {
			return Promise.reject(tooMany(name, count.until, nowMillis));
		}
		const { used, until } = this.#add(name, key, limit, nowMillis);
		return Promise.resolve({
			left: limit.most - used,
			seconds: Math.ceil((until - nowMillis) / 1000)
		});
	}

	slow(name: string, key: string, backoff: Backoff, nowMillis: number): Promise<void> {
		const before = this.#current(name, key, nowMillis);
		if (before?.next !== undefined && before.next > nowMillis) {
			return Promise.reject(tooMany(name, before.next, nowMillis));
		}
		const count = this.#add(name, key, backoff, nowMillis);
		count.until = nowMillis + backoff.minutes * 60_000;
		count.next = nowMillis + waitAfter(count.used, backoff) * 1000;
		return Promise.resolve();
	}

	#add(name: string, key: string, { minutes }: Limit | Backoff, nowMillis: number): Count {
		const count = this.#current(name, key, nowMillis);
		if (count) {
			count.used += 1;
			return count;
		}
		const counts = this.#of(name);
		if (counts.size >= this.#mostKept) this.#sweep(counts, nowMillis);
		const fresh = { used: 1, until: nowMillis + minutes * 60_000 };
		counts.set(key, fresh);
		return fresh;
	}

	/** Drops windows that have ended; where none of the oldest has, drops the smallest of them. */
	#sweep(counts: Map<string, Count>, nowMillis: number): void {
		const oldest = counts.entries().take(sampleSize).toArray();
		const ended = oldest.filter(([, { until }]) => until <= nowMillis);
		for (const [key] of ended) counts.delete(key);
		if (ended.length > 0) return;
		const smallest = oldest.reduce((one, other) => (other[1].used < one[1].used ? other : one));
		counts.delete(smallest[0]);
	}

	refund(name: string, key: string): Promise<void> {
		const count = this.#of(name).get(key);
		if (count && count.used > 0) count.used -= 1;
		delete count?.next;
		return Promise.resolve();
	}

	clear(name: string, key: string): Promise<void> {
		this.#of(name).delete(key);
		return Promise.resolve();
	}
}
