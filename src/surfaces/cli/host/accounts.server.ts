import type { Kysely } from 'kysely';
import { missing, refuse, refuseInvalid } from '#kernel/refusal.ts';
import type { Tables } from '#server/db/tables.ts';
import type { Caller } from '#server/perform.ts';
import type { HostContext } from '../transport/host-context.ts';

/**
 * Accounts whose workspace is open; one that is being imported or deleted (`staged_at`) is excluded.
 */
function accounts(read: Kysely<Tables>) {
	return read
		.selectFrom('auth_user')
		.innerJoin('workspaces', 'workspaces.user_id', 'auth_user.id')
		.where('workspaces.staged_at', 'is', null);
}

/**
 * Finds an account by its e-mail address.
 * @throws Refusal `account.missing`
 */
export async function accountOf(read: Kysely<Tables>, email: string) {
	const account = await accounts(read)
		.select(['auth_user.id as userId', 'workspaces.id as workspaceId'])
		.where('auth_user.email', '=', email.trim().toLowerCase())
		.executeTakeFirst();
	if (!account) throw missing('account');
	return account;
}

/** All accounts, sorted by e-mail address. */
export function listAccounts(read: Kysely<Tables>) {
	return accounts(read)
		.select([
			'auth_user.email as email',
			'workspaces.explorer_name as name',
			'workspaces.created_at as since',
			'workspaces.id as workspaceId'
		])
		.orderBy('auth_user.email')
		.execute();
}

/**
 * Makes the host the caller in the workspace of an account; of the only account where no address is
 * given.
 * @throws Refusal `account.missing`; `account.none` or `account.several` where no address is given
 */
export async function callerFor(app: HostContext, email: string | undefined): Promise<Caller> {
	const actor = { kind: 'host' as const };
	if (email) {
		return { actor, workspaceId: (await accountOf(app.database.read, email)).workspaceId };
	}
	const [only, another] = await listAccounts(app.database.read);
	if (!only) {
		throw refuse(
			'missing',
			'account.none',
			'There is no account on this Imago yet. Nothing was changed. Create an account with the link that "imago user add" prints.'
		);
	}
	if (another) {
		throw refuseInvalid(
			'account.several',
			'There are several accounts on this Imago. Nothing was changed. Choose one with --account and an e-mail address. "imago user list" shows them.',
			'account'
		);
	}
	return { actor, workspaceId: only.workspaceId };
}
