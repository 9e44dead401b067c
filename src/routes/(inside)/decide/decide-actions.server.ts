import type { RequestEvent } from '@sveltejs/kit';
import { decideAddress, decideThemeAddress } from '#kernel/addresses.ts';
import { goOnWords } from '#features/decision/decision-words.ts';
import * as decision from '#features/decision/operations.server.ts';
import { outcomeSaid } from '#features/decision/rules/outcomes.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** The decision form and what was decided stand on a theme's own page, and on the one of all. */
const decided = (_: unknown, { params }: RequestEvent): string =>
	params.theme ? decideThemeAddress(params.theme, 'decided') : decideAddress('decided');

/** What became of the theme, said after its decision was withdrawn. */
const withdrawn = {
	'as-before': 'Withdrawn. The theme is where it was before',
	rests: 'Withdrawn. All seats are taken, so the theme rests',
	'left-alone': 'Withdrawn. Your words are kept'
};

/** The forms of both pages: what speaks against a theme, and what one concludes about it. */
export const decideActions = {
	writeCounter: act(decision.writeCounterEvidence, {
		// The decision form follows on a theme's own page, the outcomes on the other one.
		goTo: (_, { params }) =>
			params.theme ? decideThemeAddress(params.theme, 'decide') : decideAddress('before'),
		toast: ({ was, writtenAt }, form) => {
			const themeId = String(form.get('themeId'));
			return {
				text: 'Written down. The theme is open for a decision',
				undo: was
					? { operation: 'counterEvidence.write', fields: { themeId, text: was, writtenAt } }
					: { operation: 'counterEvidence.remove', fields: { themeId, writtenAt } }
			};
		}
	}),
	decide: act(decision.recordDecision, {
		goTo: () => decideAddress('decided'),
		toast: ({ id, title, outcome, openInterviews }) => ({
			text: `${title}: ${outcomeSaid[outcome]}.${goOnWords(openInterviews)}`,
			undo: { operation: 'decisions.withdraw', fields: { id } }
		})
	}),
	withdraw: act(decision.withdrawDecision, {
		goTo: decided,
		toast: ({ id, theme }) => ({
			text: withdrawn[theme],
			undo: { operation: 'decisions.reinstate', fields: { id } }
		})
	})
};
