import type { RequestEvent } from '@sveltejs/kit';
import { draftMessage, markSent, writeMessage } from '#features/outreach/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { dayInWords } from '#ui/words.ts';

const from = ({ params }: RequestEvent) => ({ interviewId: params.id ?? '' });

/** The forms about request and chaser. */
export const messageActions = {
	draft: act('draft', draftMessage, {
		from,
		toast: ({ former, purpose, changedAt }, event) =>
			former
				? {
						text: 'A fresh draft stands here',
						undo: {
							operation: 'messages.takeBack',
							fields: { interviewId: String(event.get('interviewId') ?? ''), purpose, changedAt }
						}
					}
				: undefined
	}),
	write: act('write', writeMessage, { from }),
	sent: act('sent', markSent, {
		from,
		toast: ({ sentAt, next }, form) => {
			const interviewId = String(form.get('interviewId') ?? '');
			const purpose = String(form.get('purpose') ?? 'request');
			const on = next.secondPersonOn ?? next.closeOn ?? sentAt.slice(0, 10);
			const then = next.secondPersonOn ? 'a second person' : 'closing it kindly';
			return {
				text: `Noted. Next, ${then}: ${dayInWords(on, sentAt.slice(0, 10))}`,
				undo: { operation: 'messages.unmarkSent', fields: { interviewId, purpose, sentAt } }
			};
		}
	})
};
