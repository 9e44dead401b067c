import { refuse } from '#kernel/refusal.ts';

/** Something happened to the thing that makes this step senseless: the house's one answer. */
export function changedSince(group: string) {
	return refuse(
		'conflict',
		`${group}.changed-since`,
		'Something followed since, so this stays as it is. Nothing was changed; look at it once more and go on from there.'
	);
}
