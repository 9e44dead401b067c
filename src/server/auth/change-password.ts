import type { Kysely } from 'kysely';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import type { Tables } from '../db/tables.ts';
import { paces } from '../limiter.ts';
import { permitted } from '../perform.ts';
import type { AccountParts } from './accounts.ts';
import { endPasswordLinks } from './links.ts';
import { endPendingSignIns } from './second-factor.ts';
import { hashPassword, mostPasswordLength, verifyPassword } from './password.ts';
import { passwordRefusal } from './password-policy.ts';
import { endSessions, type Session } from './session.ts';

const otherPassword = refuse(
	'invalid',
	'password.no-match',
	'That is not the password of this account. Nothing was changed; try again.',
	'currentPassword'
);

/** What an old password led to ends with it: sessions but a named one, links, sign-ins without a code yet. */
export async function endOtherWaysIn(
	tx: Kysely<Tables>,
	userId: string,
	sessionId?: string
): Promise<void> {
	await endSessions(tx, userId, sessionId);
	await endPasswordLinks(tx, userId);
	await endPendingSignIns(tx, userId);
}

/**
 * Sets a new password for whoever is signed in and knows the present one; every other device has to
 * sign in again. Hashing takes long, so this is no operation inside one transaction.
 * @throws Refusal `session.not-fresh`, `password.no-match` at `currentPassword`, `password.short`, `.long`
 * or `.guessable` at `password`; `password.too-many` with `retryAfter` in seconds, at most 60
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
	// Counted before the slow comparison, so that many at once do not slip through.
	// Counted for whoever is signed in alone: what others try at the door slows nobody here.
	await limiter.slow('password', userId, paces.account, millis);
	const failed = (): Refusal => {
		const guess = { account: userId, session: sessionId, credential: 'password' as const };
		parts.security.record('authentication.failed', { ...guess, reason: 'no-match' });
		return otherPassword;
	};
	const kept = await database.read
		.selectFrom('auth_account')
		.select(['id', 'password'])
		.where('userId', '=', userId)
		.where('providerId', '=', 'credential')
		.executeTakeFirst();
	const before = kept?.password;
	if (!before || current.length > mostPasswordLength) throw failed();
	if (!(await verifyPassword({ hash: before, password: current }))) throw failed();
	await limiter.clear('password', userId);
	const weak = await passwordRefusal(parts.config, password, [explorer.name, explorer.email]);
	if (weak) throw weak;
	const fresh = await hashPassword(password);
	await database.write(async (tx) => {
		const changed = await tx
			.updateTable('auth_account')
			.set({ password: fresh, updatedAt: clock.now() })
			.where('id', '=', kept.id)
			.where('password', '=', before)
			.executeTakeFirst();
		// Changed elsewhere meanwhile: then this was not the present one.
		if (changed.numUpdatedRows === 0n) throw otherPassword;
		await endOtherWaysIn(tx, userId, sessionId);
	});
	const facts = { account: userId, session: sessionId };
	parts.security.record('credential.changed', { ...facts, credential: 'password' });
	parts.security.record('session.ended', { account: userId, by: 'credential-change' });
}
