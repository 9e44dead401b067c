import type { Scope } from '#server/scope.server.ts';
import { OTHER_OPTIONS_READ } from '../rules/self-note-kinds.ts';

/** Other options still alive, as they were named. */
export function otherOptions(scope: Scope) {
	return scope.db
		.selectFrom('other_options')
		.select(['id', 'text', 'added_at as addedAt'])
		.where('workspace_id', '=', scope.workspaceId)
		.orderBy('added_at')
		.orderBy('text')
		.limit(OTHER_OPTIONS_READ)
		.execute();
}

export async function addOption(
	scope: Scope,
	option: { id: string; text: string; addedAt: string }
): Promise<void> {
	await scope.db
		.insertInto('other_options')
		.values({
			workspace_id: scope.workspaceId,
			id: option.id,
			text: option.text,
			added_at: option.addedAt
		})
		.execute();
}

export async function removeOption(scope: Scope, id: string): Promise<void> {
	await scope.db
		.deleteFrom('other_options')
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}
