import { missing, refuse } from '#kernel/refusal.ts';
import { interviewNamed, isClosed } from '#features/interviews/reads/interviews.server.ts';
import type { Scope } from '#server/scope.server.ts';

/**
 * An interview whose talk was held, ready to be reflected on.
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
 * An entry of a held talk that is about to be changed, and its interview.
 * @param noun what it is, `favour`; @param kept what was found of it
 * @param changedAt of the entry as it was seen, where it must not have changed since
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

/** The answer to an entry that another window changed. */
export function changedSince(what: string) {
	return refuse(
		'conflict',
		`${what}.changed-since`,
		'This was changed since, so it stays as it is now. Nothing was lost; look at it once more and change it where it stands.'
	);
}
