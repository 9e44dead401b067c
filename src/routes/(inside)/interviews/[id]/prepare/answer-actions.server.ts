import * as preparation from '#features/preparation/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { to } from './where.ts';

/** Nothing is said while a text saves itself. */
const toast = (_: unknown, form: FormData) => (form.has('$quietly') ? null : undefined);

/** The forms of what the explorer says: script, answers, strengths. */
export const answerActions = {
	writeScript: act(preparation.writeScript, { goTo: to('script'), toast }),
	draftScript: act(preparation.draftScript, {
		show: (drafted) => ({ drafted })
	}),
	writeAnswer: act(preparation.writeAnswer, { goTo: to('answers'), toast }),
	addAnswer: act(preparation.addAnswer, { goTo: to('answers') }),
	removeAnswer: act(preparation.removeAnswer, { goTo: to('answers') }),
	chooseStrength: act(preparation.chooseStrength, { goTo: to('mine') }),
	unchooseStrength: act(preparation.unchooseStrength, { goTo: to('mine') }),
	useStrengths: act(preparation.useStrengths, { goTo: to('mine'), toast })
};
