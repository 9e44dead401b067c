import type { Kysely } from 'kysely';
import { addHours, addMinutes, type Clock } from '#kernel/clock.ts';
import { sessionByHash } from '../db/unscoped-lookups.ts';
import type { Database } from '../db/open.ts';
import type { Tables } from '../db/tables.ts';
import type { Caller } from '../perform.ts';
import { hashToken } from '../tokens.ts';
import { freshMinutes, idleDays, mostDays } from './cookie.ts';

/** The signed-in session of a request. */
export interface Session {
	caller: Caller;
	sessionId: string;
	userId: string;
	explorer: { name: string; email: string; zone: string };
	/** seconds for which to renew the cookie, where it has to be sent again */
	renewFor?: number;
}

/**
 * The token in a cookie value, without its signature, which is not needed because the token is
 * looked up by its hash.
 */
export function tokenOf(cookieValue: string): string {
	const dot = cookieValue.lastIndexOf('.');
	return dot > 0 ? cookieValue.slice(0, dot) : cookieValue;
}

/**
 * Finds the session of a cookie with one query.
 * @returns nothing for an unknown session, or one that is expired by idle time or age
 */
export async function readSession(
	database: Database,
	clock: Clock,
	cookieValue: string
): Promise<Session | undefined> {
	const now = clock.now();
	const row = await sessionByHash(database, hashToken(tokenOf(cookieValue)));
	if (!row || row.expiresAt <= now) return undefined;
	const end = addHours(row.createdAt, mostDays * 24);
	if (end <= now) return undefined;

	const session: Session = {
		caller: {
			actor: {
				kind: 'explorer',
				userId: row.userId,
				fresh: addMinutes(row.createdAt, freshMinutes) > now,
				sessionId: row.id
			},
			workspaceId: row.workspaceId
		},
		sessionId: row.id,
		userId: row.userId,
		explorer: { name: row.name, email: row.email, zone: row.zone }
	};
	await markUsed(database, row.id, now);
	// The idle expiry is moved once a day; otherwise every request would be a write.
	if (row.expiresAt < addHours(now, (idleDays - 1) * 24) && row.expiresAt < end) {
		const until = addHours(now, idleDays * 24);
		const expiresAt = until < end ? until : end;
		await database.write((tx) =>
			tx
				.updateTable('auth_session')
				.set({ expiresAt, updatedAt: now })
				.where('id', '=', row.id)
				.execute()
		);
		session.renewFor = Math.round((Date.parse(expiresAt) - Date.parse(now)) / 1000);
	}
	return session;
}

/** When this process last recorded that a session was used; milliseconds since 1970 by session. */
const marked = new WeakMap<Database, Map<string, number>>();
const mostMarked = 10_000;
const markEvery = 60 * 60_000;

/** Records that a session is in use, once an hour and without waiting for the disk. */
async function markUsed(database: Database, sessionId: string, now: string): Promise<void> {
	const known = marked.get(database) ?? new Map<string, number>();
	marked.set(database, known);
	const millis = Date.parse(now);
	if ((known.get(sessionId) ?? 0) > millis - markEvery) return;
	if (known.size >= mostMarked) known.clear();
	known.set(sessionId, millis);
	await database.stage((tx) =>
		tx
			.updateTable('auth_session')
			.set({ updatedAt: now })
			.where('id', '=', sessionId)
			.where('updatedAt', '<', addMinutes(now, -60))
			.execute()
	);
}

/** Ends every session of an account, except one where it is given. */
export function endSessions(tx: Kysely<Tables>, userId: string, exceptId = '') {
	return tx
		.deleteFrom('auth_session')
		.where('userId', '=', userId)
		.where('id', '!=', exceptId)
		.execute();
}

/** Deletes one session. */
export async function endSession(database: Database, sessionId: string): Promise<void> {
	await database.write((tx) => tx.deleteFrom('auth_session').where('id', '=', sessionId).execute());
}
