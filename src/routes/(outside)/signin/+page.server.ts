import { fail, redirect } from '@sveltejs/kit';
import { Refusal } from '#kernel/refusal.ts';
import { signIn, signUpIsOpen } from '#server/auth/accounts.ts';
import { refusedForm } from '#surfaces/forms/actions.server.ts';
import { localPath } from '#surfaces/local-path.ts';
import { passCookies } from '#surfaces/pass-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const again = url.searchParams.has('again');
	if (locals.session && !again) redirect(303, localPath(url.searchParams.get('back')));
	return {
		again,
		back: localPath(url.searchParams.get('back')),
		email: again ? (locals.session?.explorer.email ?? '') : '',
		open: signUpIsOpen(locals.app)
	};
};

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const form = await request.formData();
		const email = form.get('email');
		const password = form.get('password');
		if (typeof email !== 'string' || typeof password !== 'string') return fail(422, {});
		try {
			passCookies(
				await signIn(locals.app, email, password, locals.address),
				cookies,
				locals.app.config
			);
		} catch (error) {
			if (error instanceof Refusal) return refusedForm('signin', error, form);
			throw error;
		}
		redirect(303, localPath(form.get('back')));
	}
};
