import { addHours, type Instant } from '#kernel/clock.ts';
import type { UndoStep } from '#kernel/operation.ts';
import type { Database } from './db/open.ts';
import { scopeFor, type Scope } from './scope.server.ts';
import { newId } from './secrets.ts';

/** Said once after a step, with the way back where there is one. */
export interface Toast {
	text: string;
	undo?: UndoStep | undefined;
	/** where the undo leads, when the page it stands on is gone by then */
	back?: string | undefined;
}

/** How long a step can be taken back from its toast [D]. */
const hoursKept = 1;
/** Rows that one write clears away at most. */
const clearedAtOnce = 20;
/** rows in one transaction of the clearing in the background */
const stepSize = 200;

/** Keeps a toast for the page that comes next. @returns its id */
export async function keepToast(scope: Scope, toast: Toast, now: Instant): Promise<string> {
	await clearExpired(scope, now);
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
			kept_at: now
		})
		.execute();
	return id;
}

/** A kept toast; nothing for one that is missing, foreign or too old. */
export async function toastKept(
	scope: Scope,
	id: string,
	now: Instant
): Promise<Toast | undefined> {
	const row = await scope.db
		.selectFrom('toasts')
		.selectAll()
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.where('kept_at', '>', addHours(now, -hoursKept))
		.executeTakeFirst();
	if (!row) return undefined;
	const { said: text, undo_operation: operation, undo_input: input, back } = row;
	const undo =
		operation === null || input === null
			? undefined
			: { operation, input: JSON.parse(input) as UndoStep['input'] };
	return { text, undo, back: back ?? undefined };
}

/** Takes the oldest toasts that have run out away. @returns how many went */
export async function clearExpired(
	scope: Scope,
	now: Instant,
	most = clearedAtOnce
): Promise<number> {
	const { numDeletedRows } = await scope.db
		.deleteFrom('toasts')
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', 'in', (from) =>
			from
				.selectFrom('toasts as old')
				.select('old.id')
				.where('old.workspace_id', '=', scope.workspaceId)
				.where('old.kept_at', '<=', addHours(now, -hoursKept))
				.orderBy('old.kept_at')
				.limit(most)
		)
		.executeTakeFirstOrThrow();
	return Number(numDeletedRows);
}

/** Takes every kept toast away, where somebody is forgotten: it may name them. */
export async function forgetToasts(scope: Scope): Promise<void> {
	await scope.db.deleteFrom('toasts').where('workspace_id', '=', scope.workspaceId).execute();
}

/** Takes what has run out away in every workspace, also where nobody comes any more. */
export async function clearAllToasts(
	database: Database,
	now: Instant,
	isOver: () => boolean
): Promise<void> {
	const workspaces = await database.read.selectFrom('workspaces').select('id').execute();
	for (const { id } of workspaces) {
		let gone = stepSize;
		while (gone === stepSize && !isOver()) {
			gone = await database.stage((tx) =>
				clearExpired(scopeFor({ kind: 'host' }, 'write', id, tx), now, stepSize)
			);
		}
	}
}
