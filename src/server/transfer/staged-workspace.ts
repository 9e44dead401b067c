import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '#kernel/clock.ts';
import type { Tables } from '../db/tables.ts';
import { queueJob } from '../jobs.ts';
import { scopeFor, type Scope } from '../scope.server.ts';
import { newId } from '../secrets.ts';
import type { ExportedWorkspace } from './export-format.ts';

/**
 * A workspace that is set aside belongs to nobody who could sign in: it has a stand-in for an
 * account, without a password. So its rows can come or go in many short steps, and what everybody
 * sees changes in one.
 */
type Tx = Kysely<Tables> | Transaction<Tables>;

/** The job that takes a set-aside workspace's rows away, unless it was opened by then. */
export const clearJob = 'account.clear';

async function addStandIn(tx: Tx, now: Instant): Promise<string> {
	const id = newId();
	await tx
		.insertInto('auth_user')
		.values({
			id,
			name: '',
			// RFC 6761: no address ends so.
			email: `${id}@set-aside.invalid`,
			emailVerified: 0,
			createdAt: now,
			updatedAt: now
		})
		.execute();
	return id;
}

/**
 * Makes an empty workspace for rows on their way in.
 * @param clearAt when it goes again unless it was opened: also after a crash in between
 * @returns its id
 */
export async function addStagedWorkspace(
	tx: Tx,
	workspace: ExportedWorkspace,
	{ now, clearAt }: { now: Instant; clearAt: Instant }
): Promise<string> {
	const id = newId();
	const standIn = await addStandIn(tx, now);
	await tx
		.insertInto('workspaces')
		.values({ id, user_id: standIn, ...workspace, staged_at: now })
		.execute();
	await queueJob(tx, id, { kind: clearJob, payload: {}, runAt: clearAt }, now);
	return id;
}

/** Says that every row is in, and for whom. */
export async function markComplete(tx: Tx, id: string, userId: string): Promise<void> {
	await tx.updateTable('workspaces').set({ staged_for: userId }).where('id', '=', id).execute();
}

/** Lets a set-aside workspace go now instead of later. */
export async function clearNow(tx: Tx, id: string, now: Instant): Promise<void> {
	await tx
		.updateTable('jobs')
		.set({ run_at: now })
		.where('workspace_id', '=', id)
		.where('kind', '=', clearJob)
		.execute();
}

/**
 * Whether the workspace of this id is complete and waits for this account. One whose clearing has
 * begun (its hour was over, the machine slept) may lack rows by now, so it waits for nobody.
 */
export async function isAwaited(tx: Tx, id: string, userId: string): Promise<boolean> {
	const found = await tx
		.selectFrom('workspaces')
		.select('id')
		.where('id', '=', id)
		.where('staged_for', '=', userId)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('jobs')
						.select('jobs.id')
						.whereRef('jobs.workspace_id', '=', 'workspaces.id')
						.where('jobs.kind', '=', clearJob)
						.where('jobs.attempts', '>', 0)
				)
			)
		)
		.executeTakeFirst();
	return found !== undefined;
}

/** Keys for programs go on working; each side is touched in its own scope. */
async function moveKeys(tx: Tx, from: string, to: string): Promise<void> {
	const keys = await hostScope(tx, from)
		.db.deleteFrom('keys')
		.where('workspace_id', '=', from)
		.returningAll()
		.execute();
	if (keys.length === 0) return;
	await hostScope(tx, to)
		.db.insertInto('keys')
		.values(keys.map((key) => ({ ...key, workspace_id: to })))
		.execute();
}

function hostScope(tx: Tx, id: string): Scope {
	return scopeFor({ kind: 'host' }, 'secure', id, tx);
}

/**
 * Opens a complete workspace in the place of an account's empty one, which ends with what little
 * it says; keys for programs go on working.
 */
export async function openInPlaceOf(
	tx: Tx,
	{ id, emptyId, userId }: { id: string; emptyId: string; userId: string }
): Promise<void> {
	const { user_id: standIn } = await tx
		.selectFrom('workspaces')
		.select('user_id')
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	await moveKeys(tx, emptyId, id);
	await tx.deleteFrom('workspaces').where('id', '=', emptyId).execute();
	await tx
		.updateTable('workspaces')
		.set({ user_id: userId, staged_at: null, staged_for: null })
		.where('id', '=', id)
		.execute();
	await tx.deleteFrom('auth_user').where('id', '=', standIn).execute();
	await tx.deleteFrom('jobs').where('workspace_id', '=', id).execute();
}

/**
 * Ends an account at once: user, password, passkeys, sessions and keys are gone, nothing of it can
 * be opened. Its rows are for the job `clearJob` to take away.
 */
export async function endAccount(
	tx: Tx,
	{ id, userId, now }: { id: string; userId: string; now: Instant }
): Promise<void> {
	const standIn = await addStandIn(tx, now);
	await tx
		.updateTable('workspaces')
		.set({
			user_id: standIn,
			staged_at: now,
			explorer_name: '',
			introduction: '',
			holiday_country: null,
			suppression_key: null
		})
		.where('id', '=', id)
		.execute();
	await hostScope(tx, id).db.deleteFrom('keys').where('workspace_id', '=', id).execute();
	await tx.deleteFrom('jobs').where('workspace_id', '=', id).execute();
	await tx.deleteFrom('auth_user').where('id', '=', userId).execute();
}

/** Whether a workspace is set aside; only such a one may be cleared. */
export async function isSetAside(tx: Tx, id: string): Promise<boolean> {
	const found = await tx
		.selectFrom('workspaces')
		.select('id')
		.where('id', '=', id)
		.where('staged_at', 'is not', null)
		.executeTakeFirst();
	return found !== undefined;
}

/** The end of a set-aside workspace whose rows are gone: its own row, its stand-in, its jobs. */
export async function dropSetAside(tx: Tx, id: string): Promise<void> {
	await tx
		.deleteFrom('auth_user')
		.where('id', 'in', (from) =>
			from
				.selectFrom('workspaces')
				.select('user_id')
				.where('id', '=', id)
				.where('staged_at', 'is not', null)
		)
		.execute();
}
