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
		`You have not talked with ${thread.givenName || thread.personName} yet, as far as is noted here. Nothing was changed. Say on the talk's page that it took place; reflecting comes after it.`
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
		'This was changed since, so it stays as it is now. Nothing was lost; look at it once more and change it where it stands.'
	);
}
