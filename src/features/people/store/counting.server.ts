import type { Scope } from '#server/scope.server.ts';

/**
 * How many people are here: those by hand, along an index of their own, and what each visible
 * import still holds, as counted on it. Counting the rows takes 3 ms for 30,000 people, most of
 * what their page costs; through `visiblePeople` even 20.
 */
export async function countPeople(scope: Scope): Promise<number> {
	const byHand = await counted(scope).where('import_id', 'is', null).executeTakeFirstOrThrow();
	const { imported } = await scope.db
		.selectFrom('imports')
		.select((is) => is.fn.sum<number | null>('new_count').as('imported'))
		.where('workspace_id', '=', scope.workspaceId)
		.where('committed_at', 'is not', null)
		.where('undone_at', 'is', null)
		.executeTakeFirstOrThrow();
	return byHand.count + (imported ?? 0);
}

/** Every row of the address book, those of imports that are not decided about or taken back too. */
export async function countRows(scope: Scope): Promise<number> {
	return (await counted(scope).executeTakeFirstOrThrow()).count;
}

function counted(scope: Scope) {
	return scope.db
		.selectFrom('people')
		.select((is) => is.fn.countAll<number>().as('count'))
		.where('workspace_id', '=', scope.workspaceId);
}

/** An import holds one person less; keeps the count on it true. */
export async function countOneLess(scope: Scope, importId: string): Promise<void> {
	await scope.db
		.updateTable('imports')
		.set((is) => ({ new_count: is('new_count', '-', 1) }))
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', importId)
		.execute();
}
