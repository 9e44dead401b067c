import { redirect } from '@sveltejs/kit';
import { Refusal } from '#kernel/refusal.ts';
import { perform } from '#server/perform.ts';
import { readForm } from '#surfaces/forms/read-form.ts';
import { sayNext, toastOf } from '#surfaces/forms/toast.ts';
import { localPath } from '#surfaces/local-path.ts';
import { operationNamed } from '#surfaces/registry.server.ts';
import type { RequestHandler } from './$types';

const tooLate =
	'This was a while ago and cannot be taken back from here any more. Nothing was changed.';

/** Runs the undo operation of a toast and redirects to the page it was on. */
export const POST: RequestHandler = async (event) => {
	const { request, locals } = event;
	const form = await readForm(request).catch(() => new FormData());
	const back = localPath(form.get('$back'));
	const step = (await toastOf(event, String(form.get('$toast'))))?.undo;
	const operation = step && operationNamed(step.operation);
	// Operations that need a fresh session cannot be run by an undo button.
	if (!operation || !['draft', 'write'].includes(operation.effect)) {
		await sayNext(event, { text: tooLate });
		redirect(303, back);
	}
	try {
		await perform(locals.app, operation, locals.caller, step.input);
		await sayNext(event, { text: 'Undone' });
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		await sayNext(event, { text: error.sentence });
	}
	redirect(303, back);
};
