import type { Kysely } from 'kysely';
import { type Refusal, refuseInvalid } from '#kernel/refusal.ts';
import type { Tables } from '../db/tables.ts';
import { backoffs } from '../rate-limiter.ts';
import { permitted } from '../perform.ts';
import type { AccountParts } from './accounts.ts';
import { endPasswordLinks } from './links.ts';
import { endPendingSignIns } from './second-factor.ts';
import { hashPassword, mostPasswordLength, verifyPassword } from './password.ts';
import { passwordRefusal } from './password-policy.ts';
import { endSessions, type Session } from './session.ts';

const otherPassword = refuseInvalid(
	'password.no-match',
	'This is not your current password. Nothing was changed. Try again.',
	'currentPassword'
);

/**
 * Ends what the old password gave access to: sessions, except a given one, password links, and
 * sign-ins that wait for a second factor.
 */
export async function endOtherSessionsAndLinks(
	tx: Kysely<Tables>,
	userId: string,
	sessionId?: string
): Promise<void> {
	await endSessions(tx, userId, sessionId);
	await endPasswordLinks(tx, userId);
	await endPendingSignIns(tx, userId);
}

/**
 * Sets a new password for the signed-in account after verifying the current one; every other
 * session ends. Hashing takes long, so this is not an operation inside one transaction.
 * @throws Refusal `session.not-fresh`, `password.no-match` at `currentPassword`, `password.short`,
 * `.long` or `.guessable` at `password`; `password.too-many` with `retryAfter` in seconds, at most
 * 60
 */
export async function changePassword(
	parts: AccountParts,
	session: Session,
	{ current, password }: { current: string; password: string }
): Promise<void> {
	const { database, clock, limiter } = parts;
	const { caller, userId, sessionId, explorer } = session;
	permitted(parts, caller, { name: 'password.change', effect: 'secure' });
	const millis = Date.parse(clock.now());
	// Counted before the slow comparison, so that simultaneous tries are all counted; and apart from
	// sign-in, so that failed sign-ins of others do not slow the owner.
	await limiter.slow('password', userId, backoffs.account, millis);
	const wrongPassword = (): Refusal => {
		const guess = { account: userId, session: sessionId, credential: 'password' as const };
		parts.security.record('authentication.failed', { ...guess, reason: 'no-match' });
		return otherPassword;
	};
	const stored = await database.read
		.selectFrom('auth_account')
		.select(['id', 'password'])
		.where('userId', '=', userId)
		.where('providerId', '=', 'credential')
		.executeTakeFirst();
	const before = stored?.password;
	if (!before || current.length > mostPasswordLength) throw wrongPassword();
	if (!(await verifyPassword({ hash: before, password: current }))) throw wrongPassword();
	await limiter.clear('password', userId);
	const refusal = await passwordRefusal(parts.config, password, [explorer.name, explorer.email]);
	if (refusal) throw refusal;
	const fresh = await hashPassword(password);
	await database.write(async (tx) => {
		const changed = await tx
			.updateTable('auth_account')
			.set({ password: fresh, updatedAt: clock.now() })
			.where('id', '=', stored.id)
			.where('password', '=', before)
			.executeTakeFirst();
		// Changed elsewhere meanwhile, so the typed password is no longer the current one.
		if (changed.numUpdatedRows === 0n) throw otherPassword;
		await endOtherSessionsAndLinks(tx, userId, sessionId);
	});
	const facts = { account: userId, session: sessionId };
	parts.security.record('credential.changed', { ...facts, credential: 'password' });
	parts.security.record('session.ended', { account: userId, by: 'credential-change' });
}
