import { MOST_THEMES } from '#features/clarity/rules/seats.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';

/** The strongest evidence against each theme, if written. */
export const counterEvidence = preparedQuery((db, workspaceId) =>
	db
		.selectFrom('counter_evidence')
		.select(['theme_id as themeId', 'text', 'written_at as writtenAt'])
		.where('workspace_id', '=', workspaceId)
		.limit(MOST_THEMES)
);

export function counterEvidenceOf(scope: Scope, themeId: string) {
	return scope.db
		.selectFrom('counter_evidence')
		.select(['text', 'written_at as writtenAt'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('theme_id', '=', themeId)
		.executeTakeFirst();
}

/** Inserts or replaces the text. */
export async function writeCounterEvidence(
	scope: Scope,
	themeId: string,
	written: { text: string; written_at: string }
): Promise<void> {
	await scope.db
		.insertInto('counter_evidence')
		.values({ workspace_id: scope.workspaceId, theme_id: themeId, ...written })
		.onConflict((conflict) => conflict.columns(['workspace_id', 'theme_id']).doUpdateSet(written))
		.execute();
}

export async function removeCounterEvidence(scope: Scope, themeId: string): Promise<void> {
	await scope.db
		.deleteFrom('counter_evidence')
		.where('workspace_id', '=', scope.workspaceId)
		.where('theme_id', '=', themeId)
		.execute();
}
