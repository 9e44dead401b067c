import { redirect } from '@sveltejs/kit';
import { signInPageAddress } from '#kernel/page-addresses.ts';
import { cookieOf } from '#server/auth/cookie.ts';
import { endSession } from '#server/auth/session.ts';
import { clearStorage } from '#surfaces/clear-storage.server.ts';
import { readForm } from '#surfaces/forms/read-form.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const { app, session } = event.locals;
	if (session) {
		const { userId: account, sessionId } = session;
		await endSession(app.database, sessionId);
		app.security.record('session.ended', { account, session: sessionId, by: 'owner' });
		// An unreadable form must not prevent signing out.
		const form = await readForm(event.request).catch(() => undefined);
		// Without a session the storage is not cleared: pending notes are uploaded after the next sign-in.
		clearStorage(event, form);
	}
	const { name, secure } = cookieOf(app.config);
	event.cookies.delete(name, { path: '/', secure });
	redirect(303, signInPageAddress());
};
