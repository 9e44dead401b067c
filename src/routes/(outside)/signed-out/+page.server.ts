import { fail } from '@sveltejs/kit';
import { typedIn } from '#surfaces/forms/fields.ts';
import { readForm } from '#surfaces/forms/read-form.ts';
import { localPath } from '#surfaces/local-path.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/**
	 * Shows a form again that came without a session, or with one that still needs a second factor
	 * (hooks.server.ts); nothing is done with it.
	 */
	default: async ({ request, locals }) => {
		const form = await readForm(request);
		const needsSecondFactor = locals.session !== undefined;
		return fail(401, { to: localPath(form.get('$to')), fields: typedIn(form), needsSecondFactor });
	}
};
