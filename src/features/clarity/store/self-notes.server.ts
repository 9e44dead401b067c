import type { Scope } from '#server/scope.server.ts';
import { SELF_NOTES_READ } from '../rules/self-note-kinds.ts';

export interface NoteRow {
	id: string;
	kind: string;
	text: string;
	rank: number;
}

/** Interests, strengths and values, each list in its order. */
export function selfNotes(scope: Scope): Promise<NoteRow[]> {
	return scope.db
		.selectFrom('self_notes')
		.select(['id', 'kind', 'text', 'rank'])
		.where('workspace_id', '=', scope.workspaceId)
		.orderBy('rank')
		.orderBy('kind')
		.limit(SELF_NOTES_READ)
		.execute();
}

export async function addSelfNote(
	scope: Scope,
	note: NoteRow & { addedAt: string }
): Promise<void> {
	const { addedAt, ...rest } = note;
	await scope.db
		.insertInto('self_notes')
		.values({ workspace_id: scope.workspaceId, ...rest, added_at: addedAt })
		.execute();
}

export async function changeSelfNote(
	scope: Scope,
	id: string,
	changes: { text?: string; rank?: number }
): Promise<void> {
	await scope.db
		.updateTable('self_notes')
		.set(changes)
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}

export async function removeSelfNote(scope: Scope, id: string): Promise<void> {
	await scope.db
		.deleteFrom('self_notes')
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}
