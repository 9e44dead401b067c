import { redirect } from '@sveltejs/kit';
import { Refusal } from '#kernel/refusal.ts';
import { signIn, signUpIsOpen } from '#server/auth/accounts.ts';
import { anyAccount } from '#server/auth/links.ts';
import { endSession } from '#server/auth/session.ts';
import { refusedForm } from '#surfaces/forms/actions.server.ts';
import { readForm } from '#surfaces/forms/read-form.ts';
import { localPath } from '#surfaces/local-path.ts';
import { passCookies } from '#surfaces/pass-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const again = url.searchParams.has('again');
	if (locals.session && !again) redirect(303, localPath(url.searchParams.get('back')));
	return {
		again,
		back: localPath(url.searchParams.get('back')),
		email: again ? (locals.session?.explorer.email ?? '') : '',
		open: signUpIsOpen(locals.app),
		someone: await anyAccount(locals.app.database.read)
	};
};

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const { app, address, session } = locals;
		let form = new FormData();
		try {
			form = await readForm(request);
			const [email, password] = [form.get('email'), form.get('password')].map(String);
			passCookies(await signIn(app, email ?? '', password ?? '', address), cookies, app.config);
			// Signed in again: the session from before ends with its cookie.
			if (session) await endSession(app.database, session.sessionId);
		} catch (error) {
			if (error instanceof Refusal) return refusedForm('signin', error, form);
			throw error;
		}
		redirect(303, localPath(form.get('back')));
	}
};
