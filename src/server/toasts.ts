import { addHours, type Instant } from '#kernel/clock.ts';
import type { UndoStep } from '#kernel/operation.ts';
import type { Database } from './db/open.ts';
import { scopeFor, type Scope } from './scope.server.ts';
import { newId } from './tokens.ts';

/** A message that is shown once after a step, with its undo where there is one. */
export interface Toast {
	text: string;
	undo?: UndoStep | undefined;
	/** page to open after the undo, when the current page no longer exists then */
	back?: string | undefined;
}

/** Hours for which a step can be undone from its toast [D]. */
const hoursStored = 1;
/** Expired rows that one write deletes at most. */
const deletedAtOnce = 20;
/** rows in one transaction of the background run */
const stepSize = 200;

/**
 * Stores a toast for the next page.
 * @returns its id
 */
export async function storeToast(scope: Scope, toast: Toast, now: Instant): Promise<string> {
	await deleteExpiredToasts(scope, now);
	const id = newId();
	await scope.db
		.insertInto('toasts')
		.values({
			workspace_id: scope.workspaceId,
			id,
			said: toast.text,
			undo_operation: toast.undo?.operation ?? null,
			undo_input: toast.undo ? JSON.stringify(toast.undo.input) : null,
			back: toast.back ?? null,
			created_at: now
		})
		.execute();
	return id;
}

/** A stored toast; nothing for one that is missing, foreign or expired. */
export async function storedToast(
	scope: Scope,
	id: string,
	now: Instant
): Promise<Toast | undefined> {
	const row = await scope.db
		.selectFrom('toasts')
		.selectAll()
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.where('created_at', '>', addHours(now, -hoursStored))
		.executeTakeFirst();
	if (!row) return undefined;
	const { said: text, undo_operation: operation, undo_input: input, back } = row;
	const undo =
		operation === null || input === null
			? undefined
			: { operation, input: JSON.parse(input) as UndoStep['input'] };
	return { text, undo, back: back ?? undefined };
}

/**
 * Deletes the oldest expired toasts of a workspace.
 * @returns number of deleted rows
 */
export async function deleteExpiredToasts(
	scope: Scope,
	now: Instant,
	most = deletedAtOnce
): Promise<number> {
	const { numDeletedRows } = await scope.db
		.deleteFrom('toasts')
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', 'in', (from) =>
			from
				.selectFrom('toasts as old')
				.select('old.id')
				.where('old.workspace_id', '=', scope.workspaceId)
				.where('old.created_at', '<=', addHours(now, -hoursStored))
				.orderBy('old.created_at')
				.limit(most)
		)
		.executeTakeFirstOrThrow();
	return Number(numDeletedRows);
}

/** Deletes all toasts of a workspace when a person is erased, because they may name the person. */
export async function deleteToasts(scope: Scope): Promise<void> {
	await scope.db.deleteFrom('toasts').where('workspace_id', '=', scope.workspaceId).execute();
}

/** Deletes the expired toasts of every workspace, also of those that are not used any more. */
export async function deleteAllExpiredToasts(
	database: Database,
	now: Instant,
	isOver: () => boolean
): Promise<void> {
	const workspaces = await database.read.selectFrom('workspaces').select('id').execute();
	for (const { id } of workspaces) {
		let gone = stepSize;
		while (gone === stepSize && !isOver()) {
			gone = await database.stage((tx) =>
				deleteExpiredToasts(scopeFor({ kind: 'host' }, 'write', id, tx), now, stepSize)
			);
		}
	}
}
