import { interviewAddress, introductionAddress } from '#kernel/addresses.ts';
import * as introductions from '#features/introductions/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** Says what was noted, with the operation that takes it back. */
const noted = (text: string, operation: string) => (done: { id: string; changedAt: string }) => ({
	text,
	undo: { operation, fields: { id: done.id, changedAt: done.changedAt } }
});

/** The forms of one introduction. */
export const introductionActions = {
	agreed: act(introductions.markAgreed, {
		toast: noted('A yes. You write first, within a day', 'introductions.unmarkAgreed')
	}),
	introduced: act(introductions.markIntroduced, {
		toast: noted('Introduced. You answer first', 'introductions.unmarkIntroduced')
	}),
	lapse: act(introductions.lapseIntroduction, {
		toast: noted('It lapsed, kindly', 'introductions.unlapse')
	}),
	unlapse: act(introductions.unlapseIntroduction, {
		toast: ({ id }) => ({
			text: 'Open again',
			undo: { operation: 'introductions.lapse', fields: { id } }
		})
	}),
	plan: act(introductions.planIntroduction, {
		toast: ({ id, changedAt }) => ({
			text: 'Planned. Nothing is sent without your click',
			undo: {
				operation: 'introductions.unplan',
				fields: { id, changedAt },
				back: introductionAddress(id)
			}
		}),
		goTo: ({ interviewId }) => interviewAddress(interviewId)
	}),
	change: act(introductions.changeIntroduction, {
		toast: ({ id, changedAt, before }) => ({
			text: 'Kept',
			undo: { operation: 'introductions.change', fields: { id, changedAt, ...before } }
		})
	})
};
