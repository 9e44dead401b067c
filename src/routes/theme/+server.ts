import { redirect } from '@sveltejs/kit';
import { readForm } from '#surfaces/forms/read-form.ts';
import { localPath } from '#surfaces/local-path.ts';
import type { RequestHandler } from './$types';

/** Light, dark, and back to what the system says. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await readForm(request).catch(() => new FormData());
	const next = cookies.get('imago_theme') === 'dark' ? 'light' : 'dark';
	cookies.set('imago_theme', next, {
		path: '/',
		maxAge: 31_536_000,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	});
	redirect(303, localPath(form.get('back')));
};
