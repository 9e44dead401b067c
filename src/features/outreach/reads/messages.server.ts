import type { Scope } from '#server/scope.server.ts';
import { isAfterTalk } from '#method/purposes.ts';
import { purpose, type Purpose } from '../schemas.ts';
import { messagesOf, type MessageRow } from '../store.server.ts';

/** Messages of an interview, including drafts, without former drafts. */
export async function messageViews(scope: Scope, interviewId: string) {
	const rows = await messagesOf(scope, interviewId);
	return rows.flatMap((row) => {
		const known = purpose.safeParse(row.purpose);
		return known.success ? [toMessageView(row, known.data)] : [];
	});
}
export type MessageView = Awaited<ReturnType<typeof messageViews>>[number];

/** Request and follow-up of an interview. */
export async function requestAndFollowUp(
	scope: Scope,
	interviewId: string
): Promise<MessageView[]> {
	const all = await messageViews(scope, interviewId);
	return all.filter((message) => !isAfterTalk(message.purpose));
}

/** Dates of messages to partner and connector after the interview, for the rules of updates. */
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

/** A stored message as the interfaces return it. */
export function toMessageView(row: Omit<MessageRow, 'id' | 'purpose'>, known: Purpose) {
	const { subject, body, minutes, changedAt, sentAt, sentThrough, answeredAt } = row;
	return { purpose: known, subject, body, minutes, changedAt, sentAt, sentThrough, answeredAt };
}
