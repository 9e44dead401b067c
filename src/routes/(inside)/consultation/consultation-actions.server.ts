import * as clarity from '#features/clarity/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** Actions of the request for a consultation. */
export const consultationActions = {
	draft: act(clarity.draftConsultation),
	write: act(clarity.writeConsultation),
	sent: act(clarity.markConsultationSent),
	held: act(clarity.markConsultationHeld),
	withdraw: act(clarity.withdrawConsultation)
};
