import { clarityAddress } from '#kernel/addresses.ts';
import * as clarity from '#features/clarity/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const text = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();
const id = (form: FormData): { id: string } => ({ id: text(form, 'id') });
/** The way back of a move, as long as nobody moved it on. */
const back = ({ position, was }: { position: number; was: number }) => ({
	position: String(was),
	was: String(position)
});
const toSelf = (): string => clarityAddress('self');
const toCriteria = (): string => clarityAddress('r-criteria');

/** Which list a note was added to, so that the page opens there. */
const listOf = { interest: 'interests', strength: 'strengths', value: 'values' };

/** The forms about who the explorer is: three lists of notes, criteria, deal-breakers. */
export const selfActions = {
	addNote: act(clarity.addSelfNote, {
		toast: (added, form) => ({
			text: `Added: ${text(form, 'text')}`,
			undo: { operation: 'selfNotes.remove', fields: { ...added, was: text(form, 'text') } }
		}),
		goTo: toSelf
	}),
	changeNote: act(clarity.changeSelfNote, {
		toast: ({ was }, form) => {
			const fields = { ...id(form), text: was, was: text(form, 'text') };
			return { text: 'Kept', undo: { operation: 'selfNotes.change', fields } };
		},
		goTo: toSelf
	}),
	removeNote: act(clarity.removeSelfNote, {
		toast: ({ position, ...note }, form) => ({
			text: `Removed: ${note.text}`,
			undo: {
				operation: 'selfNotes.add',
				fields: { ...id(form), ...note, position: String(position) }
			}
		}),
		goTo: ({ kind }) => clarityAddress(`r-${listOf[kind]}`)
	}),
	rankNote: act(clarity.rankSelfNote, {
		toast: (moved, form) => ({
			text: 'The order is kept',
			undo: { operation: 'selfNotes.rank', fields: { ...id(form), ...back(moved) } }
		}),
		goTo: toSelf
	}),
	addCriterion: act(clarity.addCriterion, {
		toast: (added, form) => ({
			text: `Added: ${text(form, 'text')}`,
			undo: { operation: 'criteria.remove', fields: { ...added, was: text(form, 'text') } }
		}),
		goTo: toCriteria
	}),
	changeCriterion: act(clarity.changeCriterion, {
		toast: ({ was }, form) => {
			const fields = { ...id(form), text: was, was: text(form, 'text') };
			return { text: 'Kept', undo: { operation: 'criteria.change', fields } };
		},
		goTo: toCriteria
	}),
	removeCriterion: act(clarity.removeCriterion, {
		toast: (gone, form) => ({
			text: `Removed: ${gone.text}`,
			undo: {
				operation: 'criteria.add',
				fields: {
					...id(form),
					text: gone.text,
					position: String(gone.position),
					mark: gone.mark ?? ''
				}
			}
		}),
		goTo: toCriteria
	}),
	moveCriterion: act(clarity.moveCriterion, {
		toast: (moved, form) => ({
			text: 'The order is kept',
			undo: { operation: 'criteria.move', fields: { ...id(form), ...back(moved) } }
		}),
		goTo: toCriteria
	}),
	markDealBreaker: act(clarity.markDealBreaker, {
		toast: (_, form) => ({
			text: 'Marked as a deal-breaker',
			undo: { operation: 'criteria.unmarkDealBreaker', fields: id(form) }
		}),
		goTo: toCriteria
	}),
	unmarkDealBreaker: act(clarity.unmarkDealBreaker, {
		toast: (_, form) => ({
			text: 'No deal-breaker any more',
			undo: { operation: 'criteria.markDealBreaker', fields: id(form) }
		}),
		goTo: toCriteria
	}),
	sayNoDealBreaker: act(clarity.sayNoDealBreaker, {
		toast: () => ({
			text: 'None of them is a deal-breaker, that is an answer',
			undo: { operation: 'criteria.withdrawNoDealBreaker', fields: {} }
		}),
		goTo: toCriteria
	}),
	withdrawNoDealBreaker: act(clarity.withdrawNoDealBreaker, {
		toast: () => ({
			text: 'Open again: is one of them a deal-breaker?',
			undo: { operation: 'criteria.sayNoDealBreaker', fields: {} }
		}),
		goTo: toCriteria
	})
};
