import { fail } from '@sveltejs/kit';
import { pageOf } from '#surfaces/forms/actions.server.ts';
import { sentPairs } from '#surfaces/forms/fields.ts';
import { readForm } from '#surfaces/forms/read-form.ts';
import { localPath } from '#surfaces/local-path.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/**
	 * Shows a form that was submitted without a session, or with one that still needs a second factor
	 * (hooks.server.ts), so that it can be sent again; executes nothing.
	 */
	default: async ({ request, locals, url }) => {
		const { pairs, hadSecrets, hadFiles } = sentPairs(await readForm(request));
		const to = localPath(url.searchParams.get('to'));
		return fail(401, {
			to,
			back: pageOf(new URL(to, url)),
			pairs,
			hadSecrets,
			hadFiles: hadFiles || url.searchParams.has('file'),
			needsSecondFactor: locals.session !== undefined
		});
	}
};
