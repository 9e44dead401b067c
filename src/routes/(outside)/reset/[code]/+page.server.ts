import { redirect } from '@sveltejs/kit';
import { signInPageAddress } from '#kernel/page-addresses.ts';
import { setPasswordByLink } from '#server/auth/accounts.ts';
import { openLink, usedLink } from '#server/auth/links.ts';
import { formAction } from '../../../form-action.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { app } }) => {
	const link = await openLink(app.database.read, params.code, ['password'], app.clock.now());
	return { closed: link ? undefined : usedLink.sentence };
};

export const actions: Actions = {
	default: formAction('reset', async ({ params, locals }, form) => {
		const password = String(form.get('password') ?? '');
		await setPasswordByLink(locals.app, params.code, password, locals.address);
		redirect(303, signInPageAddress({ password: true }));
	})
};
