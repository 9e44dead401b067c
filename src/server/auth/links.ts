import type { Kysely } from 'kysely';
import { addMinutes, type Instant } from '#kernel/clock.ts';
import { refuse } from '#kernel/refusal.ts';
import { engineOf } from '../db/connection-settings.ts';
import type { Tables } from '../db/tables.ts';
import { hashToken, newToken } from '../tokens.ts';

/** Purpose of a one-time link: the first account, an invited account, or a new password. */
export type LinkPurpose = keyof typeof minutesValid;

/**
 * Minutes for which a link is valid. Ten for a password: whoever requested it is waiting for it
 * (ASVS 5.0, 6.4.1).
 */
const minutesValid = {
	'first-account': 365 * 24 * 60,
	account: 7 * 24 * 60,
	password: 10
};

/**
 * Creates a one-time link. A new password link invalidates the earlier ones of the account.
 * @returns the code for the URL; only its hash is stored
 */
export async function makeLink(
	db: Kysely<Tables>,
	purpose: LinkPurpose,
	now: Instant,
	userId: string | null = null
): Promise<string> {
	const code = newToken();
	if (purpose === 'password' && userId) await endPasswordLinks(db, userId);
	await db
		.insertInto('one_time_links')
		.values({
			hash: hashToken(code),
			purpose,
			user_id: userId,
			made_at: now,
			expires_at: addMinutes(now, minutesValid[purpose])
		})
		.execute();
	return code;
}

/** Deletes every password link of this account, the used ones too. */
export async function endPasswordLinks(db: Kysely<Tables>, userId: string): Promise<void> {
	await db
		.deleteFrom('one_time_links')
		.where('user_id', '=', userId)
		.where('purpose', '=', 'password')
		.execute();
}

/** Purposes of links that create an account. */
export const accountPurposes: readonly LinkPurpose[] = ['first-account', 'account'];

/** The valid link with this code and one of these purposes, or nothing. Does not use it up. */
export function openLink(
	db: Kysely<Tables>,
	code: string,
	purposes: readonly LinkPurpose[],
	now: Instant
) {
	return db
		.selectFrom('one_time_links')
		.select(['purpose', 'user_id as userId'])
		.where('hash', '=', hashToken(code))
		.where('purpose', 'in', purposes)
		.where('used_at', 'is', null)
		.where('expires_at', '>', now)
		.executeTakeFirst();
}

/**
 * Uses a link up; of two simultaneous requests one succeeds.
 * @param purposes for which it may be; a link for another purpose is refused
 * @throws Refusal `link.used` for an unknown, used or expired link
 */
export async function useLink(
	db: Kysely<Tables>,
	code: string,
	purposes: readonly LinkPurpose[],
	now: Instant
) {
	const used = await db
		.updateTable('one_time_links')
		.set({ used_at: now })
		.where('hash', '=', hashToken(code))
		.where('purpose', 'in', purposes)
		.where('used_at', 'is', null)
		.where('expires_at', '>', now)
		.returning(['purpose', 'user_id as userId'])
		.executeTakeFirst();
	if (!used) throw usedLink;
	if (used.purpose === 'first-account') await endFirstLinks(db, now);
	return used;
}

/** The refusal of an invalid link, whatever the reason. */
export const usedLink = refuse(
	'missing',
	'link.used',
	'This link no longer works: it was used, or it has expired. Nothing was changed. Ask the person who runs this Imago for a new link.'
);

/** The refusal of a sign-up without a link. */
export const byInvitation = refuse(
	'not-allowed',
	'account.closed',
	'You need an invitation for an account on this Imago. No account was created. Ask the person who runs this Imago for a link.'
);

/** Whether anybody has an account on this instance. */
export async function anyAccount(db: Kysely<Tables>): Promise<boolean> {
	const someone = await db
		.selectFrom('auth_user')
		.select('id')
		// Placeholder users of staged workspaces do not count as accounts.
		.where('email', 'not like', '%@set-aside.invalid')
		.limit(1)
		.executeTakeFirst();
	return someone !== undefined;
}

/**
 * Invalidates the links for the first account, after it was created or where a newer link replaces
 * them.
 */
function endFirstLinks(db: Kysely<Tables>, now: Instant) {
	return db
		.updateTable('one_time_links')
		.set({ used_at: now })
		.where('purpose', '=', 'first-account')
		.where('used_at', 'is', null)
		.execute();
}

/**
 * Code of the link for the first account; a new one at each start while there is no account. Where
 * several processes share a database, each prints one, and all are valid until one was used.
 * @returns nothing where an account exists
 */
export async function firstAccountCode(
	db: Kysely<Tables>,
	now: Instant
): Promise<string | undefined> {
	const someone = await anyAccount(db);
	if (someone || engineOf(db) === 'sqlite') await endFirstLinks(db, now);
	return someone ? undefined : makeLink(db, 'first-account', now);
}
