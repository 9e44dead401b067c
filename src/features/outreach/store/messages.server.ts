import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { purposes, type Purpose } from '#method/purposes.ts';

/**
 * A former draft is kept under a name of its own while the explorer may want it back: there is
 * one of each purpose in an interview.
 */
export type Kept = Purpose | `${Purpose}-former`;

export const { change: changeMessage, remove: removeMessage } = crud('messages');

const columns = [
	'id',
	'interview_id as interviewId',
	'purpose',
	'subject',
	'body',
	'minutes',
	'changed_at as changedAt',
	'sent_at as sentAt',
	'sent_through as sentThrough',
	// any answer to it, noted by hand
	'answered_at as answeredAt'
] as const;

function messages({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>, interviewId: string) {
	return db
		.selectFrom('messages')
		.select(columns)
		.where('workspace_id', '=', workspaceId)
		.where('interview_id', '=', interviewId);
}

/** Every message of an interview, former drafts too. */
export const messagesOf = preparedQuery((db, workspaceId, interviewId: string) =>
	messages({ db, workspaceId }, interviewId)
		.orderBy('drafted_at')
		.limit(2 * purposes.length)
);
export type MessageRow = Awaited<ReturnType<typeof messagesOf>>[number];

export function messageOf(
	scope: Scope,
	interviewId: string,
	purpose: Kept
): Promise<MessageRow | undefined> {
	return messages(scope, interviewId).where('purpose', '=', purpose).executeTakeFirst();
}

export type Draft = Pick<MessageRow, 'subject' | 'body' | 'minutes'>;

/** Keeps a draft: its row is made once, then changed. */
export async function keepDraft(
	scope: Scope,
	draft: Draft & { id: string; interviewId: string; purpose: Kept; now: string }
): Promise<void> {
	const { subject, body, minutes, now } = draft;
	await scope.db
		.insertInto('messages')
		.values({
			workspace_id: scope.workspaceId,
			id: draft.id,
			interview_id: draft.interviewId,
			purpose: draft.purpose,
			subject,
			body,
			minutes,
			drafted_at: now,
			changed_at: now
		})
		.onConflict((conflict) =>
			conflict
				.columns(['workspace_id', 'interview_id', 'purpose'])
				.doUpdateSet({ subject, body, minutes, changed_at: now })
		)
		.execute();
}
