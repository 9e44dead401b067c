import { refuseConflict } from '#kernel/refusal.ts';

/** The refusal `<group>.changed-since` (conflict): the row changed so that this step no longer applies. */
export function changedSince(group: string) {
	return refuseConflict(
		`${group}.changed-since`,
		'Something changed here in the meantime, so this step is not possible. Nothing was changed. Check the current state and continue from there.'
	);
}

/**
 * Compares a stored date with the one that the caller read; without the latter it only has to be set.
 * @param stored null when the date was cleared meanwhile, so that there is nothing to reverse
 * @throws Refusal `<group>.changed-since`
 */
export function refuseOther(
	group: string,
	stored: string | null,
	expected: string | undefined
): void {
	if (stored === null || (expected !== undefined && expected !== stored)) throw changedSince(group);
}
