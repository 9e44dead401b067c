import { redirect } from '@sveltejs/kit';
import { signInPageAddress } from '#kernel/addresses.ts';
import { Refusal } from '#kernel/refusal.ts';
import { pendingCookieOf } from '#server/auth/cookie.ts';
import { finishSignIn, pendingAccount } from '#server/auth/second-factor.ts';
import { refusedForm } from '#surfaces/forms/actions.server.ts';
import { readForm } from '#surfaces/forms/read-form.ts';
import { localPath } from '#surfaces/local-path.ts';
import { forwardCookies } from '#surfaces/forward-cookies.ts';
import { afterSignIn, clientOf } from '../after.server.ts';
import type { Actions, PageServerLoad } from './$types';

const fromTheStart = (back: string): string => signInPageAddress({ back });

export const load: PageServerLoad = async ({ locals: { app }, cookies, url }) => {
	const back = localPath(url.searchParams.get('back'));
	const pending = cookies.get(pendingCookieOf(app.config));
	if (!(await pendingAccount(app, pending))) redirect(303, fromTheStart(back));
	return { back };
};

export const actions: Actions = {
	default: async (event) => {
		const { cookies, locals } = event;
		const { config } = locals.app;
		let form = new FormData();
		try {
			form = await readForm(event.request);
			const pending = cookies.get(pendingCookieOf(config));
			const code = String(form.get('oneTimeCode') ?? '');
			forwardCookies(
				await finishSignIn(locals.app, code, pending, clientOf(event)),
				cookies,
				config
			);
		} catch (error) {
			if (error instanceof Refusal && error.kind === 'not-signed-in') {
				redirect(303, `${fromTheStart(localPath(form.get('back')))}&code`);
			}
			return refusedForm(event, 'code', error, form);
		}
		redirect(303, await afterSignIn(event, localPath(form.get('back'))));
	}
};
