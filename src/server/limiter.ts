import { isIPv4 } from 'node:net';
import { figured } from '#kernel/number-text.ts';
import { Refusal } from '#kernel/refusal.ts';

/** So many within so many minutes. */
export interface Limit {
	most: number;
	minutes: number;
}

/** Limits that `docs/security/measures.md` tells of. */
export const limits = {
	/** keys that do not exist, like links of guests that do not */
	misses: { most: 30, minutes: 10 },
	/** requests of one key [D]: ten a second, which no program at a desk needs */
	requests: { most: 600, minutes: 1 },
	/** lines of the log about tries that were refused for being too many [D] */
	lines: { most: 1, minutes: 1 }
} satisfies Record<string, Limit>;

/**
 * How tries that may be guesses are slowed: the first ones are free, then each has to wait, a second
 * after the last one, two, four, and so on. Nobody is ever locked out: after the wait the right one works.
 */
export interface Pace {
	/** failures without a wait */
	free: number;
	/** seconds of the longest wait */
	longest: number;
	/** minutes after the last failure until all are forgotten */
	minutes: number;
}

/** Paces of sign-in; why these, in `docs/decisions/0030-who-gets-in.md`. */
export const paces = {
	/** failed sign-ins of one account from one network */
	account: { free: 5, longest: 60, minutes: 15 },
	/** of any accounts from one network, but those that signed in from there before [D] */
	network: { free: 60, longest: 30, minutes: 15 },
	/** of one account from any network, but those that it signed in from before [D] */
	everywhere: { free: 100, longest: 60, minutes: 60 },
	/** challenges for passkeys, each of which is a row for five minutes [D] */
	challenges: { free: 300, longest: 10, minutes: 10 }
} satisfies Record<string, Pace>;

/** Seconds to wait after so many failures. */
export function waitAfter(failures: number, { free, longest }: Pace): number {
	return failures < free ? 0 : Math.min(longest, 2 ** Math.min(failures - free, 30));
}

/** The network an address belongs to: /24 for IPv4, /64 for IPv6, so that one host has one count. */
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

/** What a window still holds after a try. */
export interface Quota {
	/** tries that are left, 0 or more */
	left: number;
	/** whole seconds until the window ends, 1 or more */
	seconds: number;
}

/**
 * Counts of tries. One process keeps them in its memory; several keep them in their database
 * (`limiter-in-database.ts`), so that a second process gives nobody a second chance.
 */
export interface Limiter {
	/**
	 * Counts one unless the window is used up, in one step: many at once do not slip through.
	 * @returns what is left of the window after this one
	 * @throws Refusal `too-many` with the seconds to wait, when the window is used up
	 */
	take(name: string, key: string, limit: Limit, nowMillis: number): Promise<Quota>;
	/**
	 * Counts a try that may be a guess, before its outcome is known, in one step. One that comes before
	 * its wait is over is refused and makes the wait no longer.
	 * @throws Refusal `too-many` with the seconds to wait
	 */
	slow(name: string, key: string, pace: Pace, nowMillis: number): Promise<void>;
	/** Gives one back, when what was counted beforehand turned out well. */
	refund(name: string, key: string): Promise<void>;
	/** A success clears the failures counted under that key. */
	clear(name: string, key: string): Promise<void>;
}

function waiting(seconds: number): string {
	return seconds <= 60 ? figured(seconds, 'second') : figured(Math.ceil(seconds / 60), 'minute');
}

/** The refusal of a window that is used up until then. */
export function tooMany(name: string, untilMillis: number, nowMillis: number): Refusal {
	const seconds = Math.max(1, Math.ceil((untilMillis - nowMillis) / 1000));
	return new Refusal({
		kind: 'too-many',
		code: `${name}.too-many`,
		sentence: `Too many tries from here. Nothing is locked and nothing was changed. Try again in ${waiting(seconds)}.`,
		retryAfter: seconds
	});
}

interface Count {
	used: number;
	/** milliseconds since 1970 when the window ends */
	until: number;
	/** milliseconds since 1970 when the next try may come, where tries are slowed */
	next?: number;
}

/** Of so many that have stood longest, the one with the fewest tries is forgotten. */
const looked = 64;

/**
 * Counts in fixed windows. Of each name it keeps `mostKept`, so its memory is bounded: many tries of one
 * kind push out none of another, and many small counts none that is large.
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

	slow(name: string, key: string, pace: Pace, nowMillis: number): Promise<void> {
		const before = this.#current(name, key, nowMillis);
		if (before?.next !== undefined && before.next > nowMillis) {
			return Promise.reject(tooMany(name, before.next, nowMillis));
		}
		const count = this.#add(name, key, pace, nowMillis);
		count.until = nowMillis + pace.minutes * 60_000;
		count.next = nowMillis + waitAfter(count.used, pace) * 1000;
		return Promise.resolve();
	}

	#add(name: string, key: string, { minutes }: Limit | Pace, nowMillis: number): Count {
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

	/** Lets go of windows that have ended; where the oldest have not, of the smallest among these. */
	#sweep(counts: Map<string, Count>, nowMillis: number): void {
		const oldest = counts.entries().take(looked).toArray();
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
