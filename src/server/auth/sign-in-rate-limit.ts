import type { Clock } from '#kernel/clock.ts';
import { limits, networkOf, backoffs, type Limiter, type Backoff } from '../rate-limiter.ts';

/** A count of sign-in attempts and its back-off. */
interface Counted {
	key: string;
	backoff: Backoff;
}

/** An attempt to sign in. */
interface SignInAttempt {
	/**
	 * credential that is guessed, `sign-in` or `second-factor`; the code of the refusal begins with
	 * it
	 */
	name: string;
	/** typed e-mail address, lower case */
	account: string;
	/** address of the client */
	address: string;
	/** whether this account has signed in from this network before */
	isKnown: boolean;
	/** called for an attempt that came too early, at most once a minute */
	onTooEarly(): void;
}

/** A counted attempt; its outcome decides what stays counted. */
export interface CountedAttempt {
	/**
	 * The credential was right: resets the failures of this account from this network, and subtracts
	 * the attempt from the other counts.
	 */
	succeeded(): Promise<void>;
	/** The credential was not compared: subtracts the attempt from every count. */
	refund(): Promise<void>;
}

/**
 * Counts an attempt to sign in and refuses one that comes before its wait is over. Three counts:
 * the account from this network; and, unless the account has signed in from this network before,
 * any account from this network and this account from any network. The two wide counts slow
 * attackers that try many accounts or use many networks, and never the owner in a usual network
 * (docs/decisions/0030-who-gets-in.md).
 * @throws Refusal `<name>.too-many` with `retryAfter`, at most 60 seconds; nothing stays counted
 * then
 */
export async function countSignIn(
	{ limiter, clock }: { limiter: Limiter; clock: Clock },
	{ name, account, address, isKnown, onTooEarly }: SignInAttempt
): Promise<CountedAttempt> {
	const millis = Date.parse(clock.now());
	const network = networkOf(address);
	const pair = { key: `account ${account} network ${network}`, backoff: backoffs.account };
	// The network first: an attempt that is refused there leaves no counts of the addresses that were
	// tried.
	const wide: Counted[] = isKnown
		? []
		: [
				{ key: `network ${network}`, backoff: backoffs.network },
				{ key: `everywhere ${account}`, backoff: backoffs.everywhere }
			];
	const counted: Counted[] = [];
	const refundAll = async (): Promise<void> => {
		for (const { key } of counted) await limiter.refund(name, key);
	};
	for (const each of [...wide, pair]) {
		try {
			await limiter.slow(name, each.key, each.backoff, millis);
		} catch (error) {
			await refundAll();
			// Every early attempt is refused, and the first in a minute is logged.
			const isFirst = limiter.take('slowed', `${account} network ${network}`, limits.lines, millis);
			await isFirst.then(onTooEarly, () => undefined);
			throw error;
		}
		counted.push(each);
	}
	return {
		refund: refundAll,
		succeeded: async () => {
			await refundAll();
			await limiter.clear(name, pair.key);
		}
	};
}
