import { refuse } from '#kernel/refusal.ts';

/** Something happened to the thing that makes this step senseless: the house's one answer. */
export function changedSince(group: string) {
	return refuse(
		'conflict',
		`${group}.changed-since`,
		'Something followed since, so this stays as it is. Nothing was changed; look at it once more and go on from there.'
	);
}

/**
 * Holds a date against the one that was seen; where none was, it may be another by now.
 * @param is null where there is nothing any more that could be taken back
 * @throws Refusal `<group>.changed-since`
 */
export function refuseOther(group: string, is: string | null, seen: string | undefined): void {
	if (is === null || (seen !== undefined && seen !== is)) throw changedSince(group);
}
