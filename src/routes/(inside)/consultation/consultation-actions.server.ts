import * as clarity from '#features/clarity/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** The forms of the request for a clarity talk. */
export const consultationActions = {
	draft: act(clarity.draftConsultation, {
		toast: ({ former }) => ({
			text: 'Drafted. Nothing is sent without your click',
			...(former ? { undo: { operation: 'consultations.unwithdraw', fields: { id: former } } } : {})
		})
	}),
	write: act(clarity.writeConsultation, { toast: () => ({ text: 'The text is kept' }) }),
	sent: act(clarity.markConsultationSent, {
		toast: ({ id, changedAt }) => ({
			text: 'It is out',
			undo: { operation: 'consultations.unmarkSent', fields: { id, changedAt } }
		})
	}),
	held: act(clarity.markConsultationHeld, {
		toast: ({ id, changedAt }) => ({
			text: 'You talked. Write down the one next step while it is fresh',
			undo: { operation: 'consultations.unmarkHeld', fields: { id, changedAt } }
		})
	}),
	withdraw: act(clarity.withdrawConsultation, {
		toast: ({ id, changedAt }) => ({
			text: 'Withdrawn',
			undo: { operation: 'consultations.unwithdraw', fields: { id, changedAt } }
		})
	})
};
