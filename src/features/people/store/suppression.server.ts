import type { Scope } from '#server/scope.server.ts';

export type SuppressionReason = 'do-not-contact' | 'forgotten';

/**
 * Keeps addresses out, as hashes made with the workspace's own key. That somebody must not be
 * contacted outweighs that another was forgotten, and what one entry brought stays that entry's.
 */
export async function suppress(
	scope: Scope,
	hashes: readonly string[],
	kept: { because: SuppressionReason; personId: string | null; since: string }
): Promise<void> {
	if (hashes.length === 0) return;
	const { because, personId, since } = kept;
	await scope.db
		.insertInto('suppressions')
		.values(
			hashes.map((hash) => ({
				workspace_id: scope.workspaceId,
				hash,
				because,
				person_id: personId,
				since,
				keyed_by: 'workspace'
			}))
		)
		.onConflict((conflict) => {
			const same = conflict.columns(['workspace_id', 'hash']);
			return because === 'forgotten'
				? same.doNothing()
				: same.doUpdateSet((is) => ({
						because,
						person_id: is.fn.coalesce('suppressions.person_id', is.val(personId))
					}));
		})
		.execute();
}

/** Which of these hashes are kept out, and why. */
export async function suppressed(scope: Scope, hashes: readonly string[]) {
	if (hashes.length === 0) return [];
	return scope.db
		.selectFrom('suppressions')
		.select(['hash', 'because', 'since'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('hash', 'in', [...hashes])
		.execute();
}

/** Most address books keep nobody out: then no address needs to be hashed to be looked up. */
export async function suppressesAnybody(scope: Scope): Promise<boolean> {
	const any = await scope.db
		.selectFrom('suppressions')
		.select('hash')
		.where('workspace_id', '=', scope.workspaceId)
		.limit(1)
		.executeTakeFirst();
	return any !== undefined;
}

/**
 * Lets a person in again: what keeps them out by their own name, also by addresses they had before
 * a change, and what keeps their present addresses out by nobody's. Another's stays.
 */
export async function unsuppressPerson(
	scope: Scope,
	personId: string,
	hashes: readonly string[]
): Promise<void> {
	await scope.db
		.deleteFrom('suppressions')
		.where('workspace_id', '=', scope.workspaceId)
		.where((is) =>
			is.or([
				is('person_id', '=', personId),
				is.and([is('person_id', 'is', null), is('hash', 'in', [...hashes])])
			])
		)
		.execute();
}

/** Lets in what a change of a person's addresses kept out, by the instant of that change. */
export async function unsuppressSince(
	scope: Scope,
	personId: string,
	since: string
): Promise<void> {
	await scope.db
		.deleteFrom('suppressions')
		.where('workspace_id', '=', scope.workspaceId)
		.where('person_id', '=', personId)
		.where('since', '=', since)
		.execute();
}

/** A person goes and what keeps their addresses out stays, without a person. */
export async function keepSuppressionWithoutPerson(scope: Scope, personId: string): Promise<void> {
	await scope.db
		.updateTable('suppressions')
		.set({ person_id: null })
		.where('workspace_id', '=', scope.workspaceId)
		.where('person_id', '=', personId)
		.execute();
}
