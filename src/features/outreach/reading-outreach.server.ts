import type { Scope } from '#server/scope.server.ts';
import { purpose, type Purpose } from './shapes.ts';
import { messagesOf } from './store.server.ts';

/** What other features read of the messages of an interview: request and chaser, no former draft. */
export async function requestAndChaser(scope: Scope, interviewId: string) {
	const rows = await messagesOf(scope, interviewId);
	return rows.flatMap((row) => {
		const known = purpose.safeParse(row.purpose);
		return known.success ? [seenMessage(row, known.data)] : [];
	});
}

/** A kept message as the doors show it. */
export function seenMessage(
	{
		subject,
		body,
		minutes,
		changedAt,
		sentAt,
		sentThrough
	}: Awaited<ReturnType<typeof messagesOf>>[number],
	known: Purpose
) {
	return { purpose: known, subject, body, minutes, changedAt, sentAt, sentThrough };
}
