import type { Scope } from '#server/scope.server.ts';
import { isAfterTalk } from '#method/purposes.ts';
import { purpose, type Purpose } from '../schemas.ts';
import { messagesOf, type MessageRow } from '../store.server.ts';

/** Every message of an interview, drafts too, no former ones. */
export async function toMessagesView(scope: Scope, interviewId: string) {
	const rows = await messagesOf(scope, interviewId);
	return rows.flatMap((row) => {
		const known = purpose.safeParse(row.purpose);
		return known.success ? [toMessageView(row, known.data)] : [];
	});
}
export type MessageView = Awaited<ReturnType<typeof toMessagesView>>[number];

/** Request and chaser of an interview: what the thread before the talk is made of. */
export async function requestAndChaser(scope: Scope, interviewId: string): Promise<MessageView[]> {
	const all = await toMessagesView(scope, interviewId);
	return all.filter((message) => !isAfterTalk(message.purpose));
}

/** What was sent to partner and connector after the talk, as the rules of updates read it. */
export function updateDates(messages: readonly MessageView[]) {
	const of = (purpose: Purpose) => messages.find((message) => message.purpose === purpose);
	return {
		thankYouSentAt: of('thank-you')?.sentAt ?? null,
		firstUpdateSentAt: of('update')?.sentAt ?? null,
		firstUpdateAnsweredAt: of('update')?.answeredAt ?? null,
		secondUpdateSentAt: of('second-update')?.sentAt ?? null,
		connectorThankedAt: of('connector-thanks')?.sentAt ?? null,
		connectorToldAt: of('connector-update')?.sentAt ?? null
	};
}

/** A kept message as the doors show it. */
export function toMessageView(row: Omit<MessageRow, 'id' | 'purpose'>, known: Purpose) {
	const { subject, body, minutes, changedAt, sentAt, sentThrough, answeredAt } = row;
	return { purpose: known, subject, body, minutes, changedAt, sentAt, sentThrough, answeredAt };
}
