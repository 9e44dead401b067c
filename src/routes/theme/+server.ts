import { redirect } from '@sveltejs/kit';
import { readCookie, setCookie } from '#surfaces/cookies.ts';
import { readForm } from '#surfaces/forms/read-form.ts';
import { localPath } from '#surfaces/local-path.ts';
import type { RequestHandler } from './$types';

/** Seconds that the choice is stored: one year. */
const secondsKept = 31_536_000;

/** Switches between the dark and the light theme, and stores the choice in a cookie. */
export const POST: RequestHandler = async ({ request, cookies }) => {
	const form = await readForm(request).catch(() => new FormData());
	const next = readCookie(cookies, 'theme') === 'dark' ? 'light' : 'dark';
	setCookie(cookies, 'theme', next, secondsKept);
	redirect(303, localPath(form.get('back')));
};
