import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '#kernel/clock.ts';
import type { Tables } from '../db/tables.ts';
import { queueJob } from '../job-worker.ts';
import { scopeFor, type Scope } from '../scope.server.ts';
import { newId } from '../tokens.ts';
import type { ExportedWorkspace } from './export-format.ts';

/**
 * A staged workspace belongs to a placeholder user without a password, so nobody can sign in to it.
 * Its rows can be written or deleted in many short transactions, and it becomes visible, or
 * invisible, in a single one.
 */
type Tx = Kysely<Tables> | Transaction<Tables>;

/** Kind of the job that deletes the rows of a staged workspace, unless it was activated by then. */
export const clearJob = 'account.clear';

async function addPlaceholderUser(tx: Tx, now: Instant): Promise<string> {
	const id = newId();
	await tx
		.insertInto('auth_user')
		.values({
			id,
			name: '',
			// RFC 6761: no real address ends with .invalid.
			email: `${id}@set-aside.invalid`,
			emailVerified: 0,
			createdAt: now,
			updatedAt: now
		})
		.execute();
	return id;
}

/**
 * Creates an empty staged workspace for an import.
 * @param clearAt when it is deleted unless it was activated, also after a crash
 * @returns its id
 */
export async function addStagedWorkspace(
	tx: Tx,
	workspace: ExportedWorkspace,
	{ now, clearAt }: { now: Instant; clearAt: Instant }
): Promise<string> {
	const id = newId();
	const placeholderUserId = await addPlaceholderUser(tx, now);
	await tx
		.insertInto('workspaces')
		.values({ id, user_id: placeholderUserId, ...workspace, staged_at: now })
		.execute();
	await queueJob(tx, id, { kind: clearJob, payload: {}, runAt: clearAt }, now);
	return id;
}

/** Marks a staged workspace as complete, for an account. */
export async function markComplete(tx: Tx, id: string, userId: string): Promise<void> {
	await tx.updateTable('workspaces').set({ staged_for: userId }).where('id', '=', id).execute();
}

/** Makes the deletion of a staged workspace due now. */
export async function clearNow(tx: Tx, id: string, now: Instant): Promise<void> {
	await tx
		.updateTable('jobs')
		.set({ run_at: now })
		.where('workspace_id', '=', id)
		.where('kind', '=', clearJob)
		.execute();
}

/**
 * Whether a staged workspace is complete and was imported for this account. One whose deletion has
 * begun (its hour was over while the machine slept) may lack rows, so it does not count.
 */
export async function isStagedFor(tx: Tx, id: string, userId: string): Promise<boolean> {
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

/**
 * Moves the API keys to another workspace, so that they stay valid; each workspace is accessed in
 * its own scope.
 */
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
 * Activates a complete staged workspace in the place of the empty workspace of an account, which is
 * deleted; API keys stay valid.
 */
export async function activateInPlaceOf(
	tx: Tx,
	{ id, emptyId, userId }: { id: string; emptyId: string; userId: string }
): Promise<void> {
	const { user_id: placeholderUserId } = await tx
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
	await tx.deleteFrom('auth_user').where('id', '=', placeholderUserId).execute();
	await tx.deleteFrom('jobs').where('workspace_id', '=', id).execute();
}

/**
 * Ends an account in one transaction: user, password, passkeys, sessions and keys are deleted, and
 * the workspace becomes a staged one that the job `clearJob` deletes.
 */
export async function endAccount(
	tx: Tx,
	{ id, userId, now }: { id: string; userId: string; now: Instant }
): Promise<void> {
	const placeholderUserId = await addPlaceholderUser(tx, now);
	await tx
		.updateTable('workspaces')
		.set({
			user_id: placeholderUserId,
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

/** Whether a workspace is staged; only a staged one may be cleared. */
export async function isStaged(tx: Tx, id: string): Promise<boolean> {
	const found = await tx
		.selectFrom('workspaces')
		.select('id')
		.where('id', '=', id)
		.where('staged_at', 'is not', null)
		.executeTakeFirst();
	return found !== undefined;
}

/**
 * Deletes a staged workspace whose rows are gone: its own row, its placeholder user and its jobs.
 */
export async function deleteStagedWorkspace(tx: Tx, id: string): Promise<void> {
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
