import type { RequestEvent } from '@sveltejs/kit';
import { cookieOf } from '#server/auth/cookie.ts';
import { isLoopback, type Config } from '#server/config.ts';

/** Browsers clear where nobody on the way could have asked for it: https, or this machine. */
function mayClear({ origin }: Pick<Config, 'origin'>): boolean {
	const { protocol, hostname } = new URL(origin);
	return protocol === 'https:' || isLoopback(hostname);
}

/**
 * Tells the browser to clear what it stored.
 * @param form one that says `storage` is to be kept comes from a page that wipes by itself:
 * something that is not uploaded, or is another account's, may be among it
 */
export function clearStorage(
	{ locals, setHeaders }: Pick<RequestEvent, 'locals' | 'setHeaders'>,
	form: FormData | undefined
): void {
	if (!mayClear(locals.app.config) || form?.getAll('storage').at(-1) === 'keep') return;
	setHeaders({ 'clear-site-data': '"storage"' });
}

/** Ends what the browser has of an account that has ended: its storage and its cookie. */
export function leaveBrowser(event: RequestEvent, form: FormData): void {
	clearStorage(event, form);
	const { name, secure } = cookieOf(event.locals.app.config);
	event.cookies.delete(name, { path: '/', secure });
}
