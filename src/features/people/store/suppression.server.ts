import type { Scope } from '#server/scope.server.ts';

export type SuppressionReason = 'do-not-contact' | 'forgotten';

/**
 * Adds addresses to the suppression list, as hashes keyed for the workspace. For a hash that is on it
 * already, do-not-contact takes precedence over forgotten, and the entry keeps its person.
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
				: same.doUpdateSet((eb) => ({
						because,
						person_id: eb.fn.coalesce('suppressions.person_id', eb.val(personId))
					}));
		})
		.execute();
}

/** Those of these hashes that are on the suppression list, with the reason. */
export async function suppressed(scope: Scope, hashes: readonly string[]) {
	if (hashes.length === 0) return [];
	return scope.db
		.selectFrom('suppressions')
		.select(['hash', 'because', 'since'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('hash', 'in', [...hashes])
		.execute();
}

/** Whether the suppression list has entries; if not, no address needs to be hashed. */
export async function hasSuppressions(scope: Scope): Promise<boolean> {
	const any = await scope.db
		.selectFrom('suppressions')
		.select('hash')
		.where('workspace_id', '=', scope.workspaceId)
		.limit(1)
		.executeTakeFirst();
	return any !== undefined;
}

/**
 * Removes a person's entries from the suppression list, including those of former addresses, and entries
 * of their present addresses that belong to no person. Entries of other people stay.
 */
export async function unsuppressPerson(
	scope: Scope,
	personId: string,
	hashes: readonly string[]
): Promise<void> {
	await scope.db
		.deleteFrom('suppressions')
		.where('workspace_id', '=', scope.workspaceId)
		.where((eb) =>
			eb.or([
				eb('person_id', '=', personId),
				eb.and([eb('person_id', 'is', null), eb('hash', 'in', [...hashes])])
			])
		)
		.execute();
}

/** Detaches a person's entries from the person, so that they stay when the person is deleted. */
export async function keepSuppressionWithoutPerson(scope: Scope, personId: string): Promise<void> {
	await scope.db
		.updateTable('suppressions')
		.set({ person_id: null })
		.where('workspace_id', '=', scope.workspaceId)
		.where('person_id', '=', personId)
		.execute();
}
