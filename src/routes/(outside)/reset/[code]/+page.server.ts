import { redirect } from '@sveltejs/kit';
import { signInPageAddress } from '#kernel/addresses.ts';
import { setPasswordByLink } from '#server/auth/accounts.ts';
import { openLink, usedLink } from '#server/auth/links.ts';
import { refusedForm } from '#surfaces/forms/actions.server.ts';
import { readForm } from '#surfaces/forms/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { app } }) => {
	const link = await openLink(app.database.read, params.code, ['password'], app.clock.now());
	return { closed: link ? undefined : usedLink.sentence };
};

export const actions: Actions = {
	default: async (event) => {
		const { request, params, locals } = event;
		let form = new FormData();
		try {
			form = await readForm(request);
			const password = String(form.get('password') ?? '');
			await setPasswordByLink(locals.app, params.code, password, locals.address);
		} catch (error) {
			return refusedForm(event, 'reset', error, form);
		}
		redirect(303, signInPageAddress({ password: true }));
	}
};
