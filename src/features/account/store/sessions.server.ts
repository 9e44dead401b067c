import { addHours, type Instant } from '#kernel/clock.ts';
import { mostDays } from '#server/auth/cookie.ts';
import type { Scope } from '#server/scope.server.ts';
import { workspaceOf } from '../store.server.ts';

export { endSession } from '../store.server.ts';

/** Valid sessions of the account, the latest sign-in first. */
export async function sessionsOf(scope: Scope, now: Instant) {
	const { userId } = await workspaceOf(scope);
	return scope.db
		.selectFrom('auth_session')
		.select(['id', 'createdAt as signedInAt', 'updatedAt as lastUsedAt', 'userAgent as browser'])
		.where('userId', '=', userId)
		.where('expiresAt', '>', now)
		.where('createdAt', '>', addHours(now, -mostDays * 24))
		.orderBy('createdAt', 'desc')
		.orderBy('id')
		.execute();
}

/** Ends all but one. @returns how many ended */
export async function endOtherSessions(scope: Scope, keep: string | undefined): Promise<number> {
	const { userId } = await workspaceOf(scope);
	const gone = await scope.db
		.deleteFrom('auth_session')
		.where('userId', '=', userId)
		.where('id', '!=', keep ?? '')
		.executeTakeFirst();
	return Number(gone.numDeletedRows);
}

/** Since when keys need a review; null if none is open. */
export async function keyReviewSince(scope: Scope): Promise<Instant | null> {
	const { userId } = await workspaceOf(scope);
	const row = await scope.db
		.selectFrom('key_reviews')
		.select('asked_at')
		.where('user_id', '=', userId)
		.executeTakeFirst();
	return row?.asked_at ?? null;
}

/** Ends the review of keys. */
export async function closeKeyReview(scope: Scope): Promise<void> {
	const { userId } = await workspaceOf(scope);
	await scope.db.deleteFrom('key_reviews').where('user_id', '=', userId).execute();
}
