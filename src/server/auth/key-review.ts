import type { Kysely } from 'kysely';
import type { Instant } from '#kernel/clock.ts';
import type { Tables } from '../db/tables.ts';
import { scopeFor } from '../scope.server.ts';

/**
 * Number of API keys of an account.
 * @param tx reader or transaction outside any workspace
 */
export async function countKeys(tx: Kysely<Tables>, userId: string): Promise<number> {
	const workspace = await tx
		.selectFrom('workspaces')
		.select('id')
		.where('user_id', '=', userId)
		.executeTakeFirst();
	if (!workspace) return 0;
	const keys = await scopeFor({ kind: 'host' }, 'read', workspace.id, tx)
		.db.selectFrom('keys')
		.select('id')
		.where('workspace_id', '=', workspace.id)
		.execute();
	return keys.length;
}

/**
 * Opens a review of the keys and passkeys of an account after a lost password, because somebody
 * else may have created some: Settings asks which of them to keep.
 */
export async function openKeyReview(
	tx: Kysely<Tables>,
	userId: string,
	now: Instant
): Promise<void> {
	if ((await countKeys(tx, userId)) === 0 && !(await hasPasskey(tx, userId))) return;
	await tx
		.insertInto('key_reviews')
		.values({ user_id: userId, asked_at: now })
		.onConflict((conflict) => conflict.column('user_id').doUpdateSet({ asked_at: now }))
		.execute();
}

async function hasPasskey(tx: Kysely<Tables>, userId: string): Promise<boolean> {
	const one = await tx
		.selectFrom('auth_passkey')
		.select('id')
		.where('userId', '=', userId)
		.limit(1)
		.executeTakeFirst();
	return one !== undefined;
}

/** Whether the review of keys is open for an account. */
export async function isKeyReviewOpen(db: Kysely<Tables>, userId: string): Promise<boolean> {
	const row = await db
		.selectFrom('key_reviews')
		.select('asked_at')
		.where('user_id', '=', userId)
		.executeTakeFirst();
	return row !== undefined;
}
