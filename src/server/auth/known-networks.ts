import { addHours, type Clock } from '#kernel/clock.ts';
import type { Database } from '../db/open.ts';
import { networkOf } from '../rate-limiter.ts';
import { keyedHash } from '../tokens.ts';

/** Networks that are remembered per account, the latest ones [D]. */
const mostKnown = 20;
/** Days without a sign-in after which a network does not count any more [D]. */
const daysKnown = 180;

interface KnownParts {
	database: Database;
	clock: Clock;
	/** the instance's key */
	secret: Buffer;
}

/**
 * The account is part of the hash, so that two rows do not reveal that two people share a network.
 */
function hashOf(secret: Buffer, userId: string, address: string): string {
	return keyedHash(secret, `known network ${userId} ${networkOf(address)}`);
}

function oldest(clock: Clock): string {
	return addHours(clock.now(), -24 * daysKnown);
}

/**
 * Whether an account has signed in from this network within the last 180 days.
 * @param address of the client
 */
export async function isKnownNetwork(
	{ database, clock, secret }: KnownParts,
	userId: string,
	address: string
): Promise<boolean> {
	const row = await database.read
		.selectFrom('known_networks')
		.select('seen_at')
		.where('user_id', '=', userId)
		.where('network', '=', hashOf(secret, userId, address))
		.where('seen_at', '>', oldest(clock))
		.executeTakeFirst();
	return row !== undefined;
}

/** Remembers the network of a sign-in; the latest twenty of each account are kept. */
export async function rememberNetwork(
	{ database, clock, secret }: KnownParts,
	userId: string,
	address: string
): Promise<void> {
	const network = hashOf(secret, userId, address);
	const now = clock.now();
	await database.write(async (tx) => {
		await tx
			.insertInto('known_networks')
			.values({ user_id: userId, network, seen_at: now })
			.onConflict((conflict) =>
				conflict.columns(['user_id', 'network']).doUpdateSet({ seen_at: now })
			)
			.execute();
		const latest = await tx
			.selectFrom('known_networks')
			.select('network')
			.where('user_id', '=', userId)
			.orderBy('seen_at', 'desc')
			.orderBy('network')
			.limit(mostKnown)
			.execute();
		await tx
			.deleteFrom('known_networks')
			.where('user_id', '=', userId)
			.where('network', 'not in', [network, ...latest.map((row) => row.network)])
			.execute();
	});
}
