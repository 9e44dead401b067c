import type { RequestEvent } from '@sveltejs/kit';
import * as asks from '#features/introductions/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const from = ({ params }: RequestEvent) => ({ id: params.id ?? '' });
const ofAsk = ({ params }: RequestEvent) => ({ askId: params.id ?? '' });

/** The forms of one ask: its text, and everybody it is for. */
export const askActions = {
	write: act('write', asks.writeAsk, { from, toast: () => ({ text: 'The text is kept' }) }),
	add: act('add', asks.addToAsk, {
		from: ofAsk,
		toast: ({ id, name }) => ({
			text: `${name} is in this ask`,
			undo: { operation: 'asks.removePerson', fields: { id } }
		})
	}),
	removePerson: act('removePerson', asks.removeFromAsk, {
		toast: ({ name, ...fields }) => ({
			text: `${name} is left out`,
			undo: { operation: 'asks.addPerson', fields }
		})
	}),
	asked: act('asked', asks.markAsked, {
		toast: ({ id, name, askedAt }) => ({
			text: `You asked ${name}`,
			undo: { operation: 'asks.unmarkAsked', fields: { id, askedAt } }
		})
	}),
	answer: act('answer', asks.noteAskAnswer, {
		toast: ({ id, name, answeredAt }) => ({
			text: `The answer of ${name} is noted. A word of thanks is always right`,
			undo: { operation: 'asks.unnoteAnswer', fields: { id, answeredAt } }
		})
	}),
	offer: act('offer', asks.offerIntroduction, {
		from: ofAsk,
		toast: ({ id, changedAt, replaced }) => ({
			text: 'The introduction is noted',
			undo: { operation: 'introductions.takeBack', fields: { id, changedAt, ...replaced } }
		})
	}),
	end: act('end', asks.endAsk, {
		from,
		toast: ({ id, changedAt }) => ({
			text: 'Ended. Whoever is quiet is left in peace',
			undo: { operation: 'asks.unend', fields: { id, changedAt } }
		})
	}),
	unend: act('unend', asks.unendAsk, {
		from,
		toast: ({ id }) => ({ text: 'Open again', undo: { operation: 'asks.end', fields: { id } } })
	}),
	remove: act('remove', asks.removeAsk, {
		from,
		toast: () => ({ text: 'The ask is gone' }),
		goTo: () => '/introductions'
	})
};
