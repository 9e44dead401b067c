import { redirect } from '@sveltejs/kit';
import { signInCodeAddress } from '#kernel/page-addresses.ts';
import { anyAccount } from '#server/auth/links.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { localPath } from '#surfaces/local-path.ts';
import { forwardCookies } from '#surfaces/forward-cookies.ts';
import { formAction } from '../../form-action.server.ts';
import { afterSignIn, clientOf } from './after.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Allowed values of the query parameter that says why sign-in is needed. */
const led = ['invited', 'code', 'password', 'ended'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
	const again = url.searchParams.has('again');
	const back = localPath(url.searchParams.get('back'));
	if (locals.session && !again) redirect(303, back);
	return {
		again,
		back,
		email: again ? (locals.session?.explorer.email ?? '') : '',
		because: led.find((word) => url.searchParams.has(word)),
		someone: await anyAccount(locals.app.database.read)
	};
};

export const actions: Actions = {
	default: formAction('signin', async (event, form) => {
		const { app } = event.locals;
		const [email, password] = [form.get('email'), form.get('password')].map(String);
		const signedIn = await signIn(app, email ?? '', password ?? '', clientOf(event));
		forwardCookies(signedIn.response, event.cookies, app.config);
		const back = localPath(form.get('back'));
		if (signedIn.needsCode) redirect(303, signInCodeAddress({ back }));
		redirect(303, await afterSignIn(event, back));
	})
};
