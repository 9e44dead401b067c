import { missing, refuse, refuseConflict } from '#kernel/refusal.ts';
import { interviewNamed, isClosed } from '#features/interviews/reads/interviews.server.ts';
import type { Scope } from '#server/scope.server.ts';

/**
 * Finds an open interview whose talk was held.
 * @throws Refusal `interview.missing`, `interviews.closed`, `reflection.not-held`
 */
export async function heldInterview(scope: Scope, id: string) {
	const thread = await interviewNamed(scope, id);
	if (thread.closedAt) throw isClosed();
	if (thread.heldAt) return { ...thread, heldAt: thread.heldAt };
	throw refuse(
		'too-soon',
		'reflection.not-held',
		`Your conversation with ${thread.givenName || thread.personName} is not recorded yet. Nothing was changed. Open the talk screen and record that it took place.`
	);
}

/**
 * Checks an entry that is to be changed, and its interview.
 * @param noun noun of the entry in codes, `favour`
 * @param stored the entry as found
 * @param changedAt expected time of the last change; left out, it is not checked
 * @throws Refusal `{noun}.missing`, `{noun}s.changed-since`, and those of `heldInterview`
 */
export async function entryToChange<Entry extends { interviewId: string }>(
	scope: Scope,
	noun: string,
	stored: (Entry & { changedAt?: string }) | undefined,
	changedAt?: string | undefined
) {
	if (!stored) throw missing(noun);
	const thread = await heldInterview(scope, stored.interviewId);
	if (changedAt && changedAt !== stored.changedAt) throw changedSince(`${noun}s`);
	return { stored, thread };
}

/** The refusal of a change to an entry that was changed elsewhere. */
export function changedSince(what: string) {
	return refuseConflict(
		`${what}.changed-since`,
		'This entry was changed in the meantime. The newer entry is safe, and your change was not saved. Reload the page, then edit the entry.'
	);
}
