import type { NewJob } from '#server/job-worker.ts';
import type { Scope } from '#server/scope.server.ts';
import { importStage } from '../rules/import-stage.ts';
import { wordsOf } from '../rules/search-plan.ts';
import { addToSearch, nextEntries, removeEntries } from '../store/search.server.ts';

type Found = Parameters<typeof wordsOf>[0] & { id: string };

/** Adds people of an imported workspace to the search index. */
export async function makeSearchable(scope: Scope, people: readonly Found[]): Promise<void> {
	await addToSearch(
		scope,
		people.map((person) => ({ personId: person.id, words: wordsOf(person) }))
	);
}

/** Jobs for contact imports that were in progress when the workspace was exported. */
export async function importsUnderWay(scope: Scope): Promise<NewJob[]> {
	const rows = await scope.db
		.selectFrom('imports')
		.select(['id', 'header', 'mapping', 'read_at', 'failed_at', 'committed_at'])
		.select(['undone_at', 'cleared_at'])
		.where('workspace_id', '=', scope.workspaceId)
		.execute();
	return rows.flatMap((row) => {
		const payload = { importId: row.id };
		if (importStage(row) === 'reading') return [{ kind: 'people.readImport', payload }];
		if (row.undone_at && !row.cleared_at) return [{ kind: 'people.clearImport', payload }];
		return [];
	});
}

/**
 * Makes the function that removes a workspace's entries from the search index in steps.
 * @param size entries per step
 * @returns the function of one step; it resolves to whether entries may be left
 */
export function clearingSearch(size: number): (scope: Scope) => Promise<boolean> {
	let after = 0;
	return async (scope) => {
		const entries = await nextEntries(scope, after, size);
		await removeEntries(
			scope,
			entries.map(({ entry }) => entry)
		);
		after = entries.at(-1)?.entry ?? after;
		return entries.length === size;
	};
}
