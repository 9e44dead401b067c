import { draftMessage, markSent, writeMessage } from '#features/outreach/operations.server.ts';
import { explorerDay } from '#surfaces/explorer-day.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { dayInWords } from '#ui/words.ts';

/** The forms about request and chaser. */
export const messageActions = {
	draft: act(draftMessage, {
		toast: ({ interviewId, former, purpose, changedAt }) =>
			former
				? {
						text: 'A fresh draft stands here',
						undo: {
							operation: 'messages.takeBack',
							fields: { interviewId, purpose, changedAt }
						}
					}
				: undefined
	}),
	write: act(writeMessage),
	sent: act(markSent, {
		toast: ({ interviewId, purpose, sentAt, next }, _, event) => {
			const today = explorerDay(event, sentAt);
			const [on, then] = next.chaserOn
				? [next.chaserOn, 'One chaser is fine from']
				: [next.closeOn ?? today, 'Without an answer, close it from'];
			return {
				text: `Noted. ${then} ${dayInWords(on, today)}`,
				undo: { operation: 'messages.unmarkSent', fields: { interviewId, purpose, sentAt } }
			};
		}
	})
};
