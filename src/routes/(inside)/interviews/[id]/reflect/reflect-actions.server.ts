import type { RequestEvent } from '@sveltejs/kit';
import { type Anchor, reflectAddress } from '#kernel/addresses.ts';
import * as reflection from '#features/reflection/operations.server.ts';
import type { InsightSeen } from '#features/reflection/shapes.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const to =
	(anchor: Anchor<'/interviews/[id]/reflect'>) =>
	(_: unknown, { params }: RequestEvent) =>
		reflectAddress(params.id ?? '', anchor);

/** What puts an insight back as it was, as the fields of a form. */
function fieldsOf(insight: InsightSeen): Record<string, string> {
	const { id, text, words, aspect, stance, themeId, heard, strength, criterionId } = insight;
	const said = { id, text, words, aspect, stance, themeId, heard };
	return { ...said, strength: String(strength), criterionId: criterionId ?? '' };
}

/** The forms of the debrief, the insights, the ledger and the names. */
export const reflectActions = {
	writeDebrief: act(reflection.writeDebrief, {
		goTo: ({ doneAt, next }, { params }) =>
			reflectAddress(params.id ?? '', 'debrief', doneAt || !next ? {} : { step: next }),
		toast: ({ interviewId, doneAt, changedAt }) =>
			doneAt && doneAt === changedAt
				? {
						text: 'Done. What you wrote is kept',
						undo: { operation: 'debrief.reopen', fields: { interviewId, doneAt } }
					}
				: undefined
	}),
	addInsight: act(reflection.addInsight, {
		goTo: to('learned'),
		toast: ({ id, changedAt }) => ({
			text: 'Noted as learned',
			undo: { operation: 'insights.remove', fields: { id, changedAt } }
		})
	}),
	changeInsight: act(reflection.changeInsight, {
		goTo: to('learned'),
		toast: ({ was, changedAt }) => ({
			text: 'Kept',
			undo: { operation: 'insights.change', fields: { ...fieldsOf(was), changedAt } }
		})
	}),
	removeInsight: act(reflection.removeInsight, {
		goTo: to('learned'),
		toast: (gone) => ({
			text: 'Taken away',
			undo: {
				operation: 'insights.add',
				fields: {
					...fieldsOf(gone),
					interviewId: gone.interviewId,
					learnedAt: gone.learnedAt
				}
			}
		})
	}),
	noteFavour: act(reflection.noteFavour, {
		goTo: to('ways'),
		toast: ({ id, changedAt }) => ({
			text: 'Noted in the ledger',
			undo: { operation: 'favours.remove', fields: { id, changedAt } }
		})
	}),
	removeFavour: act(reflection.removeFavour, {
		goTo: to('ways'),
		toast: ({ id, interviewId, direction, text, givenOn }) => ({
			text: 'Taken away',
			undo: {
				operation: 'favours.note',
				fields: { id, interviewId, direction, text, ...(givenOn ? { givenOn } : {}) }
			}
		})
	}),
	giveFavour: act(reflection.giveFavour, {
		goTo: to('ways'),
		toast: ({ id, changedAt }) => ({
			text: 'Noted as given',
			undo: { operation: 'favours.ungive', fields: { id, changedAt } }
		})
	}),
	addNamed: act(reflection.addNamed, {
		goTo: to('who'),
		toast: ({ id }) => ({
			text: 'The name is noted',
			undo: { operation: 'named.remove', fields: { id } }
		})
	}),
	removeNamed: act(reflection.removeNamed, {
		goTo: to('who'),
		toast: ({ id, interviewId, name, personId }) => ({
			text: 'Taken away',
			undo: {
				operation: 'named.add',
				fields: { id, interviewId, name, ...(personId && { personId }) }
			}
		})
	}),
	intoBook: act(reflection.namedIntoBook, {
		goTo: to('who'),
		toast: ({ id, personId, added }) => ({
			text: added === 'yes' ? 'In your address book now' : 'Known as the same person',
			undo: { operation: 'named.outOfBook', fields: { id, personId, added } }
		})
	})
};
