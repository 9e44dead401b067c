import { interviewsAddress } from '#kernel/page-addresses.ts';
import * as interviews from '#features/interviews/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** Form actions of the interview itself. */
export const threadActions = {
	answer: act(interviews.noteAnswer),
	close: act(interviews.closeInterview),
	reopen: act(interviews.reopenInterview),
	change: act(interviews.changeInterview),
	remove: act(interviews.removeInterview, { goTo: () => interviewsAddress() })
};
