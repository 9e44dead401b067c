import type { Effect } from '#kernel/access.ts';
import { addHours, type Clock } from '#kernel/clock.ts';
import { keyByHash } from '../db/unscoped-lookups.ts';
import type { Database } from '../db/open.ts';
import type { Caller } from '../perform.ts';
import { scopeFor } from '../scope.server.ts';
import { hashToken } from '../tokens.ts';

const keyPattern = /^imago_[A-Za-z0-9_-]{43}$/;

/** Prefix of an API key, by which secret scanners recognize a leaked one. */
export const keyPrefix = 'imago_';

/**
 * The key in an Authorization header with the Bearer scheme (RFC 6750), whether the key is valid or
 * not.
 */
export function keyIn(authorization: string | undefined): string | undefined {
	const [scheme, key] = (authorization ?? '').split(' ');
	return scheme?.toLowerCase() === 'bearer' && key ? key : undefined;
}

/**
 * Finds the caller of an API key by the hash of the key, before any workspace is known.
 * @returns nothing for a malformed, unknown or revoked key
 */
export async function readKey(
	database: Database,
	clock: Clock,
	key: string
): Promise<Caller | undefined> {
	if (!keyPattern.test(key)) return undefined;
	const row = await keyByHash(database, hashToken(key));
	if (!row) return undefined;
	const now = clock.now();
	const { id, workspaceId, lastUsedAt } = row;
	// Written at most once an hour: Settings shows it by the local day of the explorer, which differs
	// from the day in UTC.
	if (!lastUsedAt || addHours(lastUsedAt, 1) <= now) {
		await database.write((tx) =>
			scopeFor({ kind: 'host' }, 'write', workspaceId, tx)
				.db.updateTable('keys')
				.set({ last_used_at: now })
				.where('workspace_id', '=', workspaceId)
				.where('id', '=', id)
				.execute()
		);
	}
	return {
		actor: { kind: 'key', keyId: id, effects: row.effects.split(' ') as Effect[] },
		workspaceId
	};
}
