import { introductionsAddress } from '#kernel/addresses.ts';
import * as asks from '#features/introductions/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** The forms of one ask: its text, and everybody it is for. */
export const askActions = {
	write: act(asks.writeAsk),
	add: act(asks.addToAsk),
	removePerson: act(asks.removeFromAsk),
	asked: act(asks.markAsked),
	answer: act(asks.noteAskAnswer),
	offer: act(asks.offerIntroduction),
	end: act(asks.endAsk),
	unend: act(asks.unendAsk),
	remove: act(asks.removeAsk, { goTo: () => introductionsAddress() })
};
