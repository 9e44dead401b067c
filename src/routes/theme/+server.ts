import { redirect } from '@sveltejs/kit';
import { readCookie, setCookie } from '#surfaces/cookies.ts';
import { readForm } from '#surfaces/forms/read-form.ts';
import { localPath } from '#surfaces/local-path.ts';
import type { RequestHandler } from './$types';

/** Lifetime of the cookie in seconds: one year. */
const secondsKept = 31_536_000;

/** Sets the colour scheme: light, dark, or that of the system. */
export const POST: RequestHandler = async ({ request, cookies }) => {
	const form = await readForm(request).catch(() => new FormData());
	const next = readCookie(cookies, 'theme') === 'dark' ? 'light' : 'dark';
	setCookie(cookies, 'theme', next, secondsKept);
	redirect(303, localPath(form.get('back')));
};
