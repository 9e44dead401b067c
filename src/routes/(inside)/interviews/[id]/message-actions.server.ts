import { draftMessage, markSent, writeMessage } from '#features/outreach/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** Form actions of request and follow-up. */
export const messageActions = {
	draft: act(draftMessage),
	write: act(writeMessage),
	sent: act(markSent)
};
