import { redirect } from '@sveltejs/kit';
import { cookieOf } from '#server/auth/cookie.ts';
import { endSession } from '#server/auth/session.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, cookies }) => {
	if (locals.session) await endSession(locals.app.database, locals.session.sessionId);
	const { name, secure } = cookieOf(locals.app.config);
	cookies.delete(name, { path: '/', secure });
	redirect(303, '/signin');
};
