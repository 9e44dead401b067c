import * as preparation from '#features/preparation/operations.server.ts';
import { act, type ToastWords } from '#surfaces/forms/actions.server.ts';
import { to } from './where.ts';

/** What is said after a text was kept: nothing while it saves itself, or when it stayed the same. */
function kept(
	form: FormData,
	operation: string,
	{ text, was, ...row }: { text: string; was: string; [name: string]: string }
): ToastWords | undefined {
	if (form.has('$quietly') || text === was) return undefined;
	const undo = { operation, fields: { ...row, text: was, was: text } };
	return { text: 'In the brief', undo };
}

/** The forms of what the explorer says: script, answers, strengths. */
export const answerActions = {
	writeScript: act(preparation.writeScript, {
		goTo: to('script'),
		toast: ({ interviewId, text, was }, form) =>
			kept(form, 'script.write', { interviewId, text, was })
	}),
	draftScript: act(preparation.draftScript, {
		show: (drafted) => ({ drafted })
	}),
	writeAnswer: act(preparation.writeAnswer, {
		goTo: to('answers'),
		toast: ({ interviewId, id, text, was }, form) =>
			kept(form, 'answers.write', { interviewId, id, text, was })
	}),
	addAnswer: act(preparation.addAnswer, {
		goTo: to('answers'),
		toast: ({ id, interviewId }) => ({
			text: 'Added to what they may ask',
			undo: { operation: 'answers.remove', fields: { interviewId, id, was: '' } }
		})
	}),
	removeAnswer: act(preparation.removeAnswer, {
		goTo: to('answers'),
		toast: ({ seconds, ...gone }) => ({
			text: seconds > 0 ? 'Taken away, with its answer' : 'Taken away',
			undo: { operation: 'answers.add', fields: gone }
		})
	}),
	chooseStrength: act(preparation.chooseStrength, {
		goTo: to('mine'),
		toast: ({ text, ...fields }) => ({
			text: `${text}: chosen for this talk`,
			undo: { operation: 'strengths.unchoose', fields }
		})
	}),
	unchooseStrength: act(preparation.unchooseStrength, {
		goTo: to('mine'),
		toast: ({ text, ...fields }) => ({
			text: `${text}: left out of this talk`,
			undo: { operation: 'strengths.choose', fields }
		})
	}),
	useStrengths: act(preparation.useStrengths, {
		goTo: to('mine'),
		toast: ({ interviewId, text, was }, form) =>
			kept(form, 'strengths.use', { interviewId, text, was })
	})
};
