import { lookup } from 'node:dns/promises';

/** Resolves a host name to all its addresses. */
export type Resolver = (name: string) => Promise<string[]>;

/**
 * Concurrent look-ups at most. Those of the system use the same four threads as password hashing
 * and file access, and a slow name server would occupy all of them [D].
 */
const MOST_AT_ONCE = 2;

/** Limits the concurrent look-ups of a resolver; further ones wait in their order. */
export function limitConcurrency(resolve: Resolver, most = MOST_AT_ONCE): Resolver {
	let running = 0;
	const waiting: (() => void)[] = [];
	return async (name) => {
		if (running >= most) await new Promise<void>((resume) => waiting.push(resume));
		else running += 1;
		try {
			return await resolve(name);
		} finally {
			// The place is handed to the look-up that has waited longest.
			const next = waiting.shift();
			if (next) next();
			else running -= 1;
		}
	};
}

/** The resolver of the system: the hosts file, DNS and whatever else it is configured for. */
export const systemResolver = limitConcurrency(async (name) =>
	(await lookup(name, { all: true })).map(({ address }) => address)
);
