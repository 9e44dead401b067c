import { refuse } from '#kernel/refusal.ts';
import { readKey } from '#server/auth/key.ts';
import { limits, networkOf } from '#server/limiter.ts';
import type { Caller } from '#server/perform.ts';
import type { App } from './app.server.ts';

const noKey = refuse(
	'not-signed-in',
	'key.missing',
	'This needs a key in the header "Authorization: Bearer …". Nothing was changed. Make one in Settings.'
);

/**
 * The caller behind a key; wrong ones are counted for each network.
 * @param address of the client, as `client-address.ts` reads it
 * @param header the request's Authorization
 * @throws Refusal `key.missing` for no key and for a wrong one, `key.too-many` after too many of them
 */
export async function callerOf(
	app: Pick<App, 'limiter' | 'database' | 'clock'>,
	address: string,
	header: string | null
): Promise<Caller> {
	const [scheme, key] = (header ?? '').split(' ');
	if (scheme?.toLowerCase() !== 'bearer' || !key) throw noKey;
	const network = networkOf(address);
	const millis = Date.parse(app.clock.now());
	await app.limiter.check('key', network, limits.misses, millis);
	const caller = await readKey(app.database, app.clock, key);
	if (caller) return caller;
	await app.limiter.count('key', network, limits.misses, millis);
	throw noKey;
}
