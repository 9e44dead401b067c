import { introductionsAddress } from '#kernel/addresses.ts';
import * as asks from '#features/introductions/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** The forms of one ask: its text, and everybody it is for. */
export const askActions = {
	write: act(asks.writeAsk, { toast: () => ({ text: 'The text is kept' }) }),
	add: act(asks.addToAsk, {
		toast: ({ id, name }) => ({
			text: `${name} is in this ask`,
			undo: { operation: 'asks.removePerson', fields: { id } }
		})
	}),
	removePerson: act(asks.removeFromAsk, {
		toast: ({ name, ...fields }) => ({
			text: `${name} is left out`,
			undo: { operation: 'asks.addPerson', fields }
		})
	}),
	asked: act(asks.markAsked, {
		toast: ({ id, name, askedAt }) => ({
			text: `You asked ${name}`,
			undo: { operation: 'asks.unmarkAsked', fields: { id, askedAt } }
		})
	}),
	answer: act(asks.noteAskAnswer, {
		toast: ({ id, name, answeredAt }) => ({
			text: `The answer of ${name} is noted. A word of thanks is always right`,
			undo: { operation: 'asks.unnoteAnswer', fields: { id, answeredAt } }
		})
	}),
	offer: act(asks.offerIntroduction, {
		toast: ({ id, changedAt, replaced }) => ({
			text: 'The introduction is noted',
			undo: { operation: 'introductions.takeBack', fields: { id, changedAt, ...replaced } }
		})
	}),
	end: act(asks.endAsk, {
		toast: ({ id, changedAt }) => ({
			text: 'Ended. Whoever is quiet is left in peace',
			undo: { operation: 'asks.unend', fields: { id, changedAt } }
		})
	}),
	unend: act(asks.unendAsk, {
		toast: ({ id }) => ({ text: 'Open again', undo: { operation: 'asks.end', fields: { id } } })
	}),
	remove: act(asks.removeAsk, {
		toast: () => ({ text: 'The ask is gone' }),
		goTo: () => introductionsAddress()
	})
};
