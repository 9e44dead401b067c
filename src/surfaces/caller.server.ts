import { refuse } from '#kernel/refusal.ts';
import { keyIn, readKey } from '#server/auth/key.ts';
import { limits, networkOf } from '#server/rate-limiter.ts';
import type { Caller } from '#server/perform.ts';
import type { App } from './app.server.ts';

export const noKey = refuse(
	'not-signed-in',
	'key.missing',
	'This request needs a key in the header "Authorization: Bearer …". Nothing was changed. Create a key in Settings.'
);

/**
 * Finds the caller of an API key. The key is looked up before the rate limit is checked: a valid key
 * always works, and only failed attempts are counted, per client network, so that failures of one client
 * do not block others on the same network.
 * @param address of the client, as `client-address.ts` reads it
 * @param header the request's Authorization header
 * @throws Refusal `key.missing` for no key and for a wrong one, `key.too-many` after too many wrong ones
 */
export async function callerOf(
	app: Pick<App, 'limiter' | 'database' | 'clock' | 'security' | 'knownCredentials'>,
	address: string,
	header: string | null
): Promise<Caller> {
	const key = keyIn(header ?? undefined);
	if (key === undefined) throw noKey;
	const caller = await readKey(app.database, app.clock, key);
	app.knownCredentials.note(key, caller?.workspaceId);
	if (caller) return caller;
	const millis = Date.parse(app.clock.now());
	// Nothing is logged beyond the limit: a flood of requests must not fill the disk with lines.
	const { left } = await app.limiter.take('key', networkOf(address), limits.misses, millis);
	const reason = left === 0 ? 'slowed' : 'no-match';
	app.security.record('authentication.failed', { address, credential: 'key', reason });
	throw noKey;
}
