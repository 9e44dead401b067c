import { redirect } from '@sveltejs/kit';
import { Refusal } from '#kernel/refusal.ts';
import { perform } from '#server/perform.ts';
import { inputFrom } from '#surfaces/forms/fields.ts';
import { readForm } from '#surfaces/forms/read-form.ts';
import { sayNext } from '#surfaces/forms/toast.ts';
import { localPath } from '#surfaces/local-path.ts';
import { operationNamed } from '#surfaces/registry.server.ts';
import type { RequestHandler } from './$types';

/** The Undo of a toast: an operation by its name, then back to where the button was. */
export const POST: RequestHandler = async ({ request, locals, cookies }) => {
	const form = await readForm(request).catch(() => new FormData());
	const back = localPath(form.get('$back'));
	const operation = operationNamed(String(form.get('$operation')));
	// The name comes from a cookie: what needs a fresh sign-in is never undone by a button.
	if (!operation || !['draft', 'write'].includes(operation.effect)) redirect(303, back);
	try {
		await perform(locals.app, operation, locals.caller, inputFrom(operation.input, form));
		sayNext(cookies, { text: 'Undone' });
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		sayNext(cookies, { text: error.sentence });
	}
	redirect(303, back);
};
