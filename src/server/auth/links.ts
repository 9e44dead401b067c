import type { Kysely } from 'kysely';
import { addMinutes, type Instant } from '#kernel/clock.ts';
import { refuse } from '#kernel/refusal.ts';
import { engineOf } from '../db/connection-settings.ts';
import type { Tables } from '../db/tables.ts';
import { hashToken, newToken } from '../secrets.ts';

/** What a one-time link opens: the first account, an invited account, or a new password. */
export type LinkPurpose = keyof typeof minutesValid;

/** Ten minutes for a password: whoever asked for it waits for it (ASVS 5.0, 6.4.1). */
const minutesValid = {
	'first-account': 365 * 24 * 60,
	account: 7 * 24 * 60,
	password: 10
};

/**
 * Makes a one-time link. One that sets a password ends those that were made for the account before.
 * @returns the code for the address; only its hash is kept
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

/** Ends every link that sets the password of this account, the used ones too. */
export async function endPasswordLinks(db: Kysely<Tables>, userId: string): Promise<void> {
	await db
		.deleteFrom('one_time_links')
		.where('user_id', '=', userId)
		.where('purpose', '=', 'password')
		.execute();
}

/** What makes an account. */
export const accountPurposes: readonly LinkPurpose[] = ['first-account', 'account'];

/** A link of these purposes that is open, or nothing; looking changes nothing. */
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
 * Uses a link up; of two at once, one gets it.
 * @param purposes what it may be for; a link for something else opens nothing here
 * @throws Refusal `link.used` for an unknown, used or expired one
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

/** The one answer for a link that opens nothing (any more). */
export const usedLink = refuse(
	'missing',
	'link.used',
	'This link opens nothing any more: it was used, or its time is over. Nothing was changed. Ask the person who runs this Imago for a new one.'
);

/** The answer to whoever would make an account without a link. */
export const byInvitation = refuse(
	'not-allowed',
	'account.closed',
	'Accounts on this Imago are by invitation. Nothing was made. Ask the person who runs it for a link.'
);

/** Whether anybody has an account on this instance. */
export async function anyAccount(db: Kysely<Tables>): Promise<boolean> {
	const someone = await db
		.selectFrom('auth_user')
		.select('id')
		// Whoever stands in for an account that ended, until its rows are gone, is nobody.
		.where('email', 'not like', '%.set-aside.invalid')
		.limit(1)
		.executeTakeFirst();
	return someone !== undefined;
}

/** Whoever made the first account was first; what other terminals printed opens nothing any more. */
function endFirstLinks(db: Kysely<Tables>, now: Instant) {
	return db
		.updateTable('one_time_links')
		.set({ used_at: now })
		.where('purpose', '=', 'first-account')
		.where('used_at', 'is', null)
		.execute();
}

/**
 * The code of the first account's link; a new one at each start while there is no account. Where
 * several processes share a database each has printed one, and each opens until one was used.
 */
export async function firstAccountCode(
	db: Kysely<Tables>,
	now: Instant
): Promise<string | undefined> {
	const someone = await anyAccount(db);
	if (someone || engineOf(db) === 'sqlite') await endFirstLinks(db, now);
	return someone ? undefined : makeLink(db, 'first-account', now);
}
