import type { Clock } from '#kernel/clock.ts';
import { limits, networkOf, paces, type Limiter, type Pace } from '../limiter.ts';

/** What a sign-in is counted under before its outcome is known. */
interface Counted {
	key: string;
	pace: Pace;
}

/** A try to sign in. */
interface Tried {
	/** what is guessed, `sign-in` or `second-factor`; the refusal's code begins with it */
	name: string;
	/** what was typed as the address, lower case */
	account: string;
	/** of the client */
	address: string;
	/** whether this account has signed in from this network before */
	isKnown: boolean;
	/** told of a try that came too early, once in a minute */
	slowed(): void;
}

/** A try that was counted; how it ended decides what stays counted. */
export interface CountedTry {
	/** Right: the failures of this account from this network are forgotten, the wide counts get one back. */
	succeeded(): Promise<void>;
	/** Nothing was compared: every count gets one back. */
	given(): Promise<void>;
}

/**
 * Counts a try to sign in and refuses one that comes before its wait is over. Three counts: the account
 * from this network; and, unless it has signed in from here before, any account from this network, and
 * this account from any network. The wide ones slow whoever tries many accounts or has many networks,
 * and never the owner where the owner usually is (docs/decisions/0030-who-gets-in.md).
 * @throws Refusal `<name>.too-many` with `retryAfter`, at most 60 seconds; nothing stays counted then
 */
export async function countSignIn(
	{ limiter, clock }: { limiter: Limiter; clock: Clock },
	{ name, account, address, isKnown, slowed }: Tried
): Promise<CountedTry> {
	const millis = Date.parse(clock.now());
	const network = networkOf(address);
	const pair = { key: `account ${account} network ${network}`, pace: paces.account };
	// The network first: whoever is slowed there leaves no trace of the addresses they tried.
	const wide: Counted[] = isKnown
		? []
		: [
				{ key: `network ${network}`, pace: paces.network },
				{ key: `everywhere ${account}`, pace: paces.everywhere }
			];
	const counted: Counted[] = [];
	const giveBack = async (): Promise<void> => {
		for (const { key } of counted) await limiter.refund(name, key);
	};
	for (const each of [...wide, pair]) {
		try {
			await limiter.slow(name, each.key, each.pace, millis);
		} catch (error) {
			await giveBack();
			// Each one is refused, and the first in a minute is told of: one line of the log says it.
			const isFirst = limiter.take('slowed', `${account} network ${network}`, limits.lines, millis);
			await isFirst.then(slowed, () => undefined);
			throw error;
		}
		counted.push(each);
	}
	return {
		given: giveBack,
		succeeded: async () => {
			await giveBack();
			await limiter.clear(name, pair.key);
		}
	};
}
