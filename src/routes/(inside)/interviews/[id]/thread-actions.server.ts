import type { RequestEvent } from '@sveltejs/kit';
import * as interviews from '#features/interviews/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const from = ({ params }: RequestEvent) => ({ id: params.id ?? '' });

/** The forms about the thread itself. */
export const threadActions = {
	answer: act('answer', interviews.noteAnswer, {
		from,
		toast: ({ id, answeredAt }) => ({
			text: 'Their answer is noted, the clock stands still',
			undo: { operation: 'interviews.unnoteAnswer', fields: { id, answeredAt } }
		})
	}),
	close: act('close', interviews.closeInterview, {
		from,
		toast: ({ id, closedAt }, form) => ({
			text:
				form.get('reason') === 'forgotten'
					? 'Closed, and marked as not to be contacted'
					: 'Closed, kindly',
			undo: { operation: 'interviews.unclose', fields: { id, closedAt } }
		})
	}),
	reopen: act('reopen', interviews.reopenInterview, {
		from,
		toast: ({ id }, form) => ({
			text: 'Open again',
			undo: {
				operation: 'interviews.close',
				fields: { id, reason: String(form.get('$reason') ?? 'other') }
			}
		})
	}),
	change: act('change', interviews.changeInterview, { from, toast: () => ({ text: 'Kept' }) }),
	remove: act('remove', interviews.removeInterview, {
		from,
		toast: () => ({ text: 'The planned interview is gone' }),
		goTo: () => '/interviews'
	})
};
