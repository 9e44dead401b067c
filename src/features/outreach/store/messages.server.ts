import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { purposes, type Purpose } from '#method/purposes.ts';

/**
 * Purposes as stored. A former draft has a purpose of its own, so that it can be restored; there is at
 * most one of each purpose in an interview.
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
	// time of an answer, noted by the explorer
	'answered_at as answeredAt'
] as const;

function messages({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>, interviewId: string) {
	return db
		.selectFrom('messages')
		.select(columns)
		.where('workspace_id', '=', workspaceId)
		.where('interview_id', '=', interviewId);
}

/** All messages of an interview, including former drafts. */
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

/** Inserts or updates a draft. */
export async function saveDraft(
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
