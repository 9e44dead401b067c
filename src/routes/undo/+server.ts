import { redirect } from '@sveltejs/kit';
import { Refusal } from '#kernel/refusal.ts';
import { perform } from '#server/perform.ts';
import { readForm } from '#surfaces/forms/read-form.ts';
import { setToast, toastOf } from '#surfaces/forms/toast.ts';
import { localPath } from '#surfaces/local-path.ts';
import { operationNamed } from '#surfaces/registry.server.ts';
import type { RequestHandler } from './$types';

const tooLate = 'This action is too old to undo here. Nothing was changed.';

/** The Undo button of a toast: performs its undo step and redirects to the page of the button. */
export const POST: RequestHandler = async (event) => {
	const { request, locals } = event;
	const form = await readForm(request).catch(() => new FormData());
	const back = localPath(form.get('$back'));
	const step = (await toastOf(event, String(form.get('$toast'))))?.undo;
	const operation = step && operationNamed(step.operation);
	// Operations that need a fresh sign-in cannot be undone here.
	if (!operation || !['draft', 'write'].includes(operation.effect)) {
		await setToast(event, { text: tooLate });
		redirect(303, back);
	}
	try {
		await perform(locals.app, operation, locals.caller, step.input);
		await setToast(event, { text: 'Undone' });
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		await setToast(event, { text: error.sentence });
	}
	redirect(303, back);
};
