import { interviewsAddress } from '#kernel/addresses.ts';
import * as interviews from '#features/interviews/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** The forms about the thread itself. */
export const threadActions = {
	answer: act(interviews.noteAnswer, {
		toast: ({ id, answeredAt }) => ({
			text: 'Their answer is noted, the clock stands still',
			undo: { operation: 'interviews.unnoteAnswer', fields: { id, answeredAt } }
		})
	}),
	close: act(interviews.closeInterview, {
		toast: ({ id, closedAt }, form) => ({
			text:
				form.get('reason') === 'forgotten'
					? 'Closed, and marked as not to be contacted'
					: 'Closed, kindly',
			undo: { operation: 'interviews.unclose', fields: { id, closedAt } }
		})
	}),
	reopen: act(interviews.reopenInterview, {
		toast: ({ id }, form) => ({
			text: 'Open again',
			undo: {
				operation: 'interviews.close',
				fields: { id, reason: String(form.get('$reason') ?? 'other') }
			}
		})
	}),
	change: act(interviews.changeInterview, { toast: () => ({ text: 'Kept' }) }),
	remove: act(interviews.removeInterview, {
		toast: () => ({ text: 'The planned interview is gone' }),
		goTo: () => interviewsAddress()
	})
};
