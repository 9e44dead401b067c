import { redirect } from '@sveltejs/kit';
import { cookieOf } from '#server/auth/cookie.ts';
import { endSession } from '#server/auth/session.ts';
import { isLoopback, type Config } from '#server/config.ts';
import { readForm } from '#surfaces/forms/read-form.ts';
import type { RequestHandler } from './$types';

/** Browsers clear where nobody on the way could have asked for it: https, or this machine. */
function mayClear({ origin }: Pick<Config, 'origin'>): boolean {
	const { protocol, hostname } = new URL(origin);
	return protocol === 'https:' || isLoopback(hostname);
}

/** Whether the page wants what is stored to stay: something that is not uploaded may be among it. */
async function keepsStorage(request: Request): Promise<boolean> {
	try {
		return (await readForm(request)).getAll('storage').at(-1) === 'keep';
	} catch {
		// A form that cannot be read must keep nobody signed in.
		return false;
	}
}

export const POST: RequestHandler = async ({ locals, cookies, request, setHeaders }) => {
	const { app, session } = locals;
	if (session) {
		const { userId: account, sessionId } = session;
		await endSession(app.database, sessionId);
		app.security.record('session.ended', { account, session: sessionId, by: 'owner' });
		// A session that had ended before wipes nothing: what waits is uploaded after the next sign-in.
		if (mayClear(app.config) && !(await keepsStorage(request))) {
			setHeaders({ 'clear-site-data': '"storage"' });
		}
	}
	const { name, secure } = cookieOf(app.config);
	cookies.delete(name, { path: '/', secure });
	redirect(303, '/signin');
};
