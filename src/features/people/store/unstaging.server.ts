import type { Scope } from '#server/scope.server.ts';
import { wordsOf } from '../rules/search-plan.ts';
import { removeFromSearch } from './search.sqlite.server.ts';

/** Takes staged people with one of these addresses out of the import that waits to be decided. */
export async function unstage(
	scope: Scope,
	address: { email?: string | null; profile?: string | null }
): Promise<void> {
	for (const column of ['email', 'profile'] as const) {
		const value = address[column];
		if (!value) continue;
		const staged = await scope.db
			.selectFrom('people')
			.innerJoin('imports', (join) =>
				join
					.onRef('imports.workspace_id', '=', 'people.workspace_id')
					.onRef('imports.id', '=', 'people.import_id')
			)
			.selectAll('people')
			.where('people.workspace_id', '=', scope.workspaceId)
			.where(`people.${column}`, '=', value)
			.where('imports.committed_at', 'is', null)
			.where('imports.undone_at', 'is', null)
			.execute();
		for (const person of staged) {
			await removeFromSearch(scope, { personId: person.id, words: wordsOf(person) });
			await scope.db
				.deleteFrom('people')
				.where('workspace_id', '=', scope.workspaceId)
				.where('id', '=', person.id)
				.execute();
			await scope.db
				.updateTable('imports')
				.set((is) => ({
					new_count: is('new_count', '-', 1),
					known_count: is('known_count', '+', 1)
				}))
				.where('workspace_id', '=', scope.workspaceId)
				.where('id', '=', person.import_id)
				.execute();
		}
	}
}
