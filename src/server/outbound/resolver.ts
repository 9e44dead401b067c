import { lookup } from 'node:dns/promises';

/** Every address of a name. */
export type Resolver = (name: string) => Promise<string[]>;

/**
 * Look-ups that are under way at most. The system's run on the same four threads as passwords and
 * files, and whoever keeps a slow name server would hold all of them up [D].
 */
const MOST_AT_ONCE = 2;

/** A resolver of which only so many run at once; the others wait in their order. */
export function fewAtOnce(resolve: Resolver, most = MOST_AT_ONCE): Resolver {
	let running = 0;
	const waiting: (() => void)[] = [];
	return async (name) => {
		if (running >= most) await new Promise<void>((go) => waiting.push(go));
		else running += 1;
		try {
			return await resolve(name);
		} finally {
			// The place goes on to whoever waits longest.
			const next = waiting.shift();
			if (next) next();
			else running -= 1;
		}
	};
}

/** The system's own: the hosts file and whatever else this machine asks. */
export const systemResolver = fewAtOnce(async (name) =>
	(await lookup(name, { all: true })).map(({ address }) => address)
);
