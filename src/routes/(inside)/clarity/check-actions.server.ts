import { clarityAddress } from '#kernel/addresses.ts';
import * as clarity from '#features/clarity/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const toLot = (): string => clarityAddress('options');

/** The forms about the check: other options, the five answers, the override. */
export const checkActions = {
	addOption: act(clarity.addOption, {
		toast: (added, form) => {
			const text = String(form.get('text')).trim();
			const fields = { ...added, was: text };
			return { text: `Added: ${text}`, undo: { operation: 'options.remove', fields } };
		},
		goTo: toLot
	}),
	removeOption: act(clarity.removeOption, {
		toast: ({ text }, form) => ({
			text: `You let go of ${text}`,
			undo: { operation: 'options.add', fields: { id: String(form.get('id')), text } }
		}),
		goTo: toLot
	}),
	answer: act(clarity.answerReadiness, {
		toast: (answers) => ({
			text: 'Your answers are kept',
			undo: { operation: 'readiness.takeBackAnswers', fields: answers }
		}),
		goTo: () => clarityAddress()
	}),
	override: act(clarity.overrideReadiness, {
		toast: () => ({
			text: 'Asking is open. Your reason is kept with the check',
			undo: { operation: 'readiness.withdrawOverride', fields: {} }
		})
	}),
	withdrawOverride: act(clarity.withdrawOverride, {
		toast: ({ reason }) => ({
			text: 'You wait. Your reason stays on record',
			undo: { operation: 'readiness.override', fields: { reason } }
		})
	})
};
