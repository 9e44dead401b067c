import { addHours, type Instant } from '#kernel/clock.ts';
import type { UndoStep } from '#kernel/operation.ts';
import type { Scope } from './scope.server.ts';
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

/** Keeps a toast for the page that comes next. @returns its id */
export async function keepToast(scope: Scope, toast: Toast, now: Instant): Promise<string> {
	await clearExpired(scope, addHours(now, -hoursKept));
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

async function clearExpired(scope: Scope, until: Instant): Promise<void> {
	await scope.db
		.deleteFrom('toasts')
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', 'in', (from) =>
			from
				.selectFrom('toasts as old')
				.select('old.id')
				.where('old.workspace_id', '=', scope.workspaceId)
				.where('old.kept_at', '<=', until)
				.orderBy('old.kept_at')
				.limit(clearedAtOnce)
		)
		.execute();
}

/** Takes every kept toast away, where somebody is forgotten: it may name them. */
export async function forgetToasts(scope: Scope): Promise<void> {
	await scope.db.deleteFrom('toasts').where('workspace_id', '=', scope.workspaceId).execute();
}
