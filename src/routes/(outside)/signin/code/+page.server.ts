import { redirect } from '@sveltejs/kit';
import { signInPageAddress } from '#kernel/page-addresses.ts';
import { Refusal } from '#kernel/refusal.ts';
import { pendingCookieOf } from '#server/auth/cookie.ts';
import { finishSignIn, pendingAccount } from '#server/auth/second-factor.ts';
import { localPath } from '#surfaces/local-path.ts';
import { forwardCookies } from '#surfaces/forward-cookies.ts';
import { formAction } from '../../../form-action.server.ts';
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
	default: formAction('code', async (event, form) => {
		const { cookies, locals } = event;
		const { config } = locals.app;
		const back = localPath(form.get('back'));
		const pending = cookies.get(pendingCookieOf(config));
		const code = String(form.get('oneTimeCode') ?? '');
		try {
			forwardCookies(
				await finishSignIn(locals.app, code, pending, clientOf(event)),
				cookies,
				config
			);
		} catch (error) {
			if (!(error instanceof Refusal) || error.kind !== 'not-signed-in') throw error;
			redirect(303, `${fromTheStart(back)}&code`);
		}
		redirect(303, await afterSignIn(event, back));
	})
};
